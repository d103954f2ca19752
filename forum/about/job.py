"""What the page "Can I get into trouble for this?" tells people who work for a service: each statement with where it
comes from (pure).

What nobody here can answer for everyone is not stated: the page says whom to ask. Look at all of it again by CHECK_BY.
"""

from dataclasses import dataclass
from datetime import date

from forum.say import N_

CHECKED, CHECK_BY = date(2026, 11, 23), date(2027, 4, 30)

THIS_SITE = N_("How this site works")
AT_WORK = N_("Your contract and your employer’s own rules")
REGISTER = N_("The rules of each register, such as those for nurses and for social workers")
PARTIES = N_("Local Government and Housing Act 1989, sections 1 to 3")
ELECTION = N_("Local Government Act 1986, section 2, and custom")
RECORDS = N_("Freedom of Information Act 2000, sections 1 and 3")
PRIVATE = N_("UK General Data Protection Regulation, articles 5 and 9; Data Protection Act 2018, section 170")
SAFETY = N_("Care Act 2014, sections 42 to 46; Children Act 1989, section 47")
SPEAKING_UP = N_("Employment Rights Act 1996, sections 43A to 43L, 47B and 103A")


@dataclass(frozen=True, slots=True)
class Line:
    """One statement, and where it comes from."""

    says: str
    source: str = THIS_SITE


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: its heading, and its statements."""

    title: str
    lines: tuple[Line, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Where the statements come from, each once."""
        return tuple(dict.fromkeys(line.source for line in self.lines))


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody outside whom a worker can ask, free of charge."""

    who: str
    phone: str = ""


READING = Part(
    N_("Reading and following"),
    (
        Line(N_("Anyone can read. No other reader sees what you follow.")),
        Line(N_("On a computer from work, your employer may see which pages you open."), AT_WORK),
    ),
)
FOR_YOURSELF = Part(
    N_("Writing for yourself"),
    (
        Line(N_("You can use another name. You need not say where you work.")),
        Line(N_("People who know you may still guess who you are.")),
        Line(N_("Your own view is never shown as your organisation’s answer.")),
        Line(N_("Your employer may have rules about what staff write online. Read them first."), AT_WORK),
        Line(N_("If your job has a professional register, its rules hold here too."), REGISTER),
        Line(N_("Some senior council staff may not take sides for a party in public. Ask if you are one."), PARTIES),
    ),
)
FOR_THEM = Part(
    N_("Answering for your organisation"),
    (
        Line(N_("Ask your manager first. Some councils and hospitals want one person to agree each answer."), AT_WORK),
        Line(N_("We check that you work there before you can answer for it.")),
        Line(N_("People see the post that you hold. Do not promise what is not decided.")),
        Line(N_("In the weeks before an election, councils take more care. Ask first."), ELECTION),
        Line(N_("What you write for a public body may count as its records. Then anyone may ask for it."), RECORDS),
        Line(N_("If an answer was wrong, put it right with a new one. Both stay.")),
    ),
)
PEOPLE = Part(
    N_("Never write about a person you support"),
    (
        Line(N_("Not even without a name. Others may still know who it is."), PRIVATE),
        Line(
            N_("What you know from work is private. Telling it can break the law, and can cost you your job."), PRIVATE
        ),
        Line(N_("Say instead how it works for everyone.")),
        Line(N_("Worried that somebody is being harmed? Follow the rules at your work, and tell them today."), SAFETY),
    ),
)
WRONG = Part(
    N_("If something is wrong at work"),
    (
        Line(N_("The law protects workers who report danger or wrongdoing in the right way."), SPEAKING_UP),
        Line(N_("Writing here is mostly not that way. Get advice first."), SPEAKING_UP),
    ),
)
PARTS = (READING, FOR_YOURSELF, FOR_THEM, PEOPLE, WRONG)
ADVISERS = (
    Adviser(N_("Protect, a charity for people who speak up at work. It is free and private:"), "020 3117 2520"),
    Adviser(N_("Acas, for all questions about work. It is free:"), "0300 123 1100"),
    Adviser(N_("In the NHS, ask if there is a Freedom to Speak Up Guardian.")),
    Adviser(N_("Your trade union, if you are in one.")),
)
