"""The words that a draft begins with: what a record says, in one plain sentence."""

from decisions.journeys.kinds import MoveKind
from decisions.meetings.kinds import Status
from forum.say import N_

K = MoveKind
SAID = {
    K.ON_AGENDA: N_("It is on the agenda of %(a_body)s for %(day)s."),
    K.CONSIDERED: N_("%(body)s talked about it on %(day)s. We do not know of a decision."),
    K.AGREED: N_("%(body)s agreed to it on %(day)s."),
    K.AGREED_CHANGED: N_("%(body)s agreed to it with changes on %(day)s."),
    K.REFUSED: N_("%(body)s said no to it on %(day)s."),
    K.NOTED: N_("%(body)s heard it on %(day)s and decided nothing."),
    K.DEFERRED: N_("%(body)s put it off on %(day)s."),
    K.REFERRED: N_("%(body)s passed it on, on %(day)s."),
    K.WITHDRAWN: N_("%(body)s took it off its list on %(day)s."),
    K.RECOMMENDED: N_("%(body)s advised yes on %(day)s."),
    K.RECOMMENDED_AGAINST: N_("%(body)s advised no on %(day)s."),
    K.TAKES_EFFECT: N_("What %(a_body)s agreed holds since %(day)s."),
}
GONE = N_("It is not on the agenda of %(body)s for %(day)s any more.")
OFF = {  # by what became of the meeting, and whether there is a new day
    (Status.PUT_OFF, True): N_("The meeting of %(body)s on %(day)s was put off to %(new)s."),
    (Status.PUT_OFF, False): N_("The meeting of %(body)s on %(day)s was put off. Nobody has said a new day."),
    (Status.CANCELLED, False): N_("The meeting of %(body)s on %(day)s was cancelled. Nobody has said a new day."),
}
NO_REASON = N_("They have not said.")
