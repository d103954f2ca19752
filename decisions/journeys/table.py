"""The table of moves: what each needs, and at which steps it can happen. Data, so that a pack may narrow it later."""

from collections.abc import Mapping
from dataclasses import dataclass

from decisions.journeys.kinds import ADVISING, MoveKind, StopRole

K, R = MoveKind, StopRole
WITH_BODY = frozenset(set(StopRole) - {StopRole.HERE})
MEETINGS = frozenset({R.DECIDE, R.SCRUTINISE, R.RECOMMEND, R.CONSULT, R.INFORM, R.CARRY_OUT})


@dataclass(frozen=True, slots=True)
class MoveRule:
    """What a move needs. `roles`: the stops it may be about (none: it is about the whole journey). `source`: an
    official outcome needs one. `reason`: it says why. `planned`: it names a day. `to`: it leads to another stop.
    `ended`: it may be recorded when the journey has ended."""

    roles: frozenset[StopRole] = WITH_BODY
    source: bool = False
    reason: bool = False
    planned: bool = False
    to: bool = False
    ended: bool = False
    members: bool = True  # any signed-in person may report it, as "a member says"


WHOLE: frozenset[StopRole] = frozenset()
RULES: Mapping[MoveKind, MoveRule] = {
    K.RAISED: MoveRule(roles=frozenset({R.HERE}), members=False),
    K.SENT: MoveRule(members=False),
    K.ACKNOWLEDGED: MoveRule(),
    K.REPLY_RECEIVED: MoveRule(ended=True),
    K.FORWARD_PLAN: MoveRule(roles=MEETINGS, planned=True),
    K.ON_AGENDA: MoveRule(roles=MEETINGS, planned=True),
    K.CONSIDERED: MoveRule(),
    K.NOTED: MoveRule(),
    K.DEFERRED: MoveRule(reason=True),
    K.REFERRED: MoveRule(to=True),
    K.RECOMMENDED: MoveRule(roles=frozenset(ADVISING), source=True),
    K.RECOMMENDED_AGAINST: MoveRule(roles=frozenset(ADVISING), source=True),
    K.AGREED: MoveRule(roles=frozenset({R.DECIDE}), source=True),
    K.AGREED_CHANGED: MoveRule(roles=frozenset({R.DECIDE}), source=True),
    K.REFUSED: MoveRule(roles=frozenset({R.DECIDE}), source=True, reason=True),
    K.CALLED_IN: MoveRule(roles=frozenset({R.DECIDE}), source=True, to=True),
    K.WITHDRAWN: MoveRule(source=True, reason=True),
    K.OUTSIDE_POWER: MoveRule(source=True, reason=True),
    K.TAKES_EFFECT: MoveRule(source=True),
    K.PROMISE_MADE: MoveRule(source=True),
    K.PROMISE_UPDATE: MoveRule(ended=True),
    K.CHECK_ANSWERED: MoveRule(ended=True, members=False),  # each one's own word is a verdict
    K.REOPENED: MoveRule(roles=WHOLE, reason=True, ended=True, members=False),
    K.CLOSED: MoveRule(roles=WHOLE, reason=True, members=False),
    K.CORRECTED: MoveRule(roles=WHOLE, ended=True, members=False),
}
