"""When a summary may be written, picked and taken off. Pure."""

from forum.access import FACILITATOR, WRITER, Standing
from forum.refusal import Refusal
from forum.say import N_

LONG = 20  # posts, the opening one among them
LONGEST = 1_500  # characters


def may_offer(who: Standing, *, posts: int | None, waiting: int, mine: int) -> Refusal | None:
    """Whether this person may offer a summary. `posts`: how many an issue has, `None` for a paper. `waiting`: how many
    are offered already, `mine`: how many of these are theirs."""
    if refusal := WRITER.check(who):
        return refusal
    if posts is not None and posts < LONG:
        return Refusal(N_("This talk is short. People can read it whole. A summary is for 20 posts or more."))
    if mine >= 3 or waiting >= 10:
        return Refusal(N_("Enough summaries wait here. Somebody has to choose first."))
    return None


def may_pick(who: Standing) -> Refusal | None:
    """Whether this person may say which summary is shown."""
    return FACILITATOR.check(who)


def may_take_back(who: Standing, *, mine: bool) -> Refusal | None:
    """Whether this person may take a summary back: their own, also once it is shown."""
    if not who.signed_in or not mine:
        return Refusal(N_("You can take back only your own words."))
    return None
