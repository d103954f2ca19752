"""Forms for who was at a meeting, and how each voted."""

from collections.abc import Iterable
from typing import Any

from wtforms import TextAreaField

from decisions.meetings import kinds, named
from decisions.meetings.models import Attendance, RecordedVote
from decisions.meetings.named import Named
from decisions.who_decides.meetings.forms.meeting import Seen
from forum.form import AtMost, words
from forum.say import N_

LONGEST = 40_000
ONE_EACH = N_("One on each line, such as: Councillor Jo Bloggs, chair (Green).")
NAMES = N_("One name on each line.")


def _people(label: str, description: str) -> Any:
    return TextAreaField(label, filters=[words], validators=[AtMost(LONGEST)], description=description)


class NamedForm(Seen):
    """Names, each list under a word of ours."""

    WORDS: tuple[str, ...] = ()

    def given(self) -> dict[str, list[Named]]:
        """Return the people by word. Raises Refusal beside the field."""
        return {word: named.read(self[word].data or "", word) for word in self.WORDS}


class AttendanceForm(NamedForm):
    """Who was at a meeting."""

    WORDS = tuple(str(one) for one in kinds.Attended)
    present = _people(kinds.ATTENDED_WORDS[kinds.Attended.PRESENT], ONE_EACH)
    apologies = _people(kinds.ATTENDED_WORDS[kinds.Attended.APOLOGIES], ONE_EACH)
    absent = _people(kinds.ATTENDED_WORDS[kinds.Attended.ABSENT], ONE_EACH)
    expected = _people(kinds.ATTENDED_WORDS[kinds.Attended.EXPECTED], ONE_EACH)


class VotesForm(NamedForm):
    """How each member voted."""

    WORDS = tuple(str(one) for one in kinds.Vote)
    against = _people(kinds.VOTE_WORDS[kinds.Vote.AGAINST], NAMES)
    abstain = _people(kinds.VOTE_WORDS[kinds.Vote.ABSTAIN], NAMES)
    absent = _people(kinds.VOTE_WORDS[kinds.Vote.ABSENT], NAMES)


setattr(VotesForm, "for", _people(kinds.VOTE_WORDS[kinds.Vote.FOR], NAMES))  # Python keeps this word for itself


def from_people(rows: Iterable[Attendance], seen: str) -> dict[str, Any]:
    """Return what the form of a meeting shows at first."""
    listed = list(rows)
    return {"seen": seen} | {
        word: named.written(Named(one.name, one.role, one.party) for one in listed if one.attended == word)
        for word in AttendanceForm.WORDS
    }


def from_votes(rows: Iterable[RecordedVote], seen: str) -> dict[str, Any]:
    """Return what the form of a decision's votes shows at first."""
    listed = list(rows)
    return {"seen": seen} | {
        str(word): named.written(Named(one.name) for one in listed if one.vote == word) for word in kinds.Vote
    }
