"""What the pages about this place say of the software itself: cookies, how long things are kept, tests (pure).

These are promises: change what the site does and these rows together. Tests hold cookies against what is really set.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from forum.say import N_

RECORD = Path(__file__).resolve().parents[2] / "docs" / "accessibility.md"
LAST_TESTED = date(2026, 11, 22)  # of the newest record there
STATEMENT_MADE = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie that we set: what its name ends with after the site's own, when, and for how long."""

    ending: str
    what: str
    how_long: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that we keep: what, why, and for how long."""

    what: str
    why: str
    how_long: str


COOKIES = (
    Cookie(
        "",
        N_("Keeps you signed in, and keeps your forms safe. Set when you sign in."),
        N_("Until you close the browser. Up to 90 days if you ask to stay signed in."),
    ),
    Cookie(
        "-draft",
        N_("Finds what you began to write before you signed in. Set when you press the first button."),
        N_("24 hours."),
    ),
    Cookie(
        "-browser",
        N_("Counts you once when you say that something affects you, or if an answer was clear. It holds no name."),
        N_("One year."),
    ),
    Cookie(
        "-reading",
        N_("Keeps how large, how far apart and how strong you want words. Set when you choose it. It holds no name."),
        N_("One year, or until you choose the usual look."),
    ),
    Cookie(
        "-set-up",
        N_("Lets you go on setting this place up. Set when you type the code of the server."),
        N_("14 days, or until it is set up."),
    ),
)
KEPT = (
    Kept(
        N_("Your name here, and your e-mail address"),
        N_("So that you can sign in and hear of what you follow. Your name may be a made-up one."),
        N_("Until you close your account."),
    ),
    Kept(
        N_("What you write, and when"),
        N_("So that people can read it, and see what became of it."),
        N_("For good, unless you take it back. Then only a mark stays that something stood there."),
    ),
    Kept(
        N_("What you say changed, and if a promise was kept"),
        N_("So that all can read how many people see it so. Nobody sees who said what."),
        N_("For good. Without your words and your name once you leave."),
    ),
    Kept(
        N_("If an official answer was clear to you, and the words that were not"),
        N_("So that it can be written better. Its writer sees numbers and words, and never who it was."),
        N_("As long as the answer stands. Until you leave, if you were signed in."),
    ),
    Kept(
        N_("A word that you asked us to explain"),
        N_("So that a person can look at it."),
        N_("For good. Without your words and your name once you leave."),
    ),
    Kept(
        N_("An e-mail address alone, when you follow without an account"),
        N_("So that we can write to you."),
        N_("Until you stop following."),
    ),
    Kept(
        N_("A text that you have begun"),
        N_("So that nothing is lost while you sign up."),
        N_("24 hours. Seven days once you have signed in."),
    ),
    Kept(
        N_("Advice on plain words that you chose to ignore"),
        N_("So that we do not give it again."),
        N_("In your own browser alone, until you empty its storage."),
    ),
    Kept(
        N_("Reports, and what we did about them"),
        N_("So that we can show that we act, and act fairly."),
        N_("Three years. The public log stays: it names no writer."),
    ),
    Kept(
        N_("Worries about someone"),
        N_("So that the safeguarding lead can act. Only the lead can read them."),
        N_("As long as the rules on keeping adults and children safe ask."),
    ),
    Kept(
        N_("Names of people in public office, as a body published them with its meetings"),
        N_("So that people can see who decided what."),
        N_("For good."),
    ),
    Kept(
        N_("Messages that we sent you"),
        N_("So that each is sent once."),
        N_("30 days."),
    ),
)
