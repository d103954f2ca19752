"""The kinds of entry in the groups in which a form offers them, each with a line that says when to choose it."""

from collections.abc import Iterable, Mapping

from decisions.journeys.kinds import MoveKind
from forum.say import N_

K = MoveKind
GROUPS: tuple[tuple[str, tuple[MoveKind, ...]], ...] = (
    (N_("It was sent, and they answered"), (K.SENT, K.ACKNOWLEDGED, K.REPLY_RECEIVED)),
    (N_("It is going to a meeting, or not yet"), (K.FORWARD_PLAN, K.ON_AGENDA, K.DEFERRED, K.WITHDRAWN)),
    (
        N_("They talked about it"),
        (K.CONSIDERED, K.NOTED, K.RECOMMENDED, K.RECOMMENDED_AGAINST, K.REFERRED),
    ),
    (
        N_("They decided"),
        (K.AGREED, K.AGREED_CHANGED, K.REFUSED, K.OUTSIDE_POWER, K.CALLED_IN, K.TAKES_EFFECT),
    ),
    (N_("They promised something"), (K.PROMISE_MADE, K.PROMISE_UPDATE, K.CHECK_ANSWERED)),
    (N_("The whole issue"), (K.CLOSED, K.REOPENED)),
)
HINTS: Mapping[MoveKind, str] = {
    K.SENT: N_("Someone wrote to them, or asked them, about this."),
    K.ACKNOWLEDGED: N_("They wrote back that they got it. Not an answer yet."),
    K.REPLY_RECEIVED: N_("They answered: here, by letter, by e-mail or on the phone."),
    K.FORWARD_PLAN: N_("It stands on the list of what they will decide later."),
    K.ON_AGENDA: N_("It is an item at a meeting with a day."),
    K.DEFERRED: N_("They did not deal with it. There may be a new day, or none."),
    K.WITHDRAWN: N_("They took it off their list and will not deal with it."),
    K.CONSIDERED: N_("They talked, or heard people, and did not decide."),
    K.NOTED: N_("They wrote down that they heard it. Nothing changes."),
    K.RECOMMENDED: N_("They told those who decide to say yes."),
    K.RECOMMENDED_AGAINST: N_("They told those who decide to say no."),
    K.REFERRED: N_("They gave it to another step on the route."),
    K.AGREED: N_("Those who decide said yes."),
    K.AGREED_CHANGED: N_("They said yes to part of it, or to something a little different."),
    K.REFUSED: N_("Those who decide said no."),
    K.OUTSIDE_POWER: N_("They say that it is for somebody else to decide."),
    K.CALLED_IN: N_("The decision waits, and another committee looks at it first."),
    K.TAKES_EFFECT: N_("What was agreed is real from this day."),
    K.PROMISE_MADE: N_("They said that they will do something."),
    K.PROMISE_UPDATE: N_("Something was done about it, or not done in time."),
    K.CHECK_ANSWERED: N_("People who are affected said if it was kept."),
    K.CLOSED: N_("Nothing more is to come. Say what came of it."),
    K.REOPENED: N_("There is something new, so it goes on."),
}


def groups(kinds: Iterable[MoveKind]) -> list[tuple[str, list[MoveKind]]]:
    """Return the groups with those of their kinds that this person may record; an empty group is left out."""
    offered = set(kinds)
    found = [(title, [kind for kind in group if kind in offered]) for title, group in GROUPS]
    return [(title, group) for title, group in found if group]


def in_order(kinds: Iterable[MoveKind]) -> list[MoveKind]:
    """Return kinds in the order of the groups."""
    return [kind for _title, group in groups(kinds) for kind in group]
