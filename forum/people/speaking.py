"""In what capacity somebody speaks, post by post: a choice for any form, off until it is made.

    class ReplyForm(SpeaksAs, Form): ...
    form = ReplyForm(request.form); form.offer(web.standing(), usual=person.capacity)
    said = form.spoken(web.standing())      # Spoken(capacity, signed) for people.actions.byline(...)

What is offered is asked of the `Standing` again when the form is sent: what was confirmed may have ended.
"""

from dataclasses import dataclass

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from forum.access import Role, Standing
from forum.people.capacities import PICKED_FREELY, WORDS, Capacity
from forum.refusal import Refusal
from forum.say import N_, Sentence, say

NOT_SHOWN = ""
NOT_CONFIRMED = N_("That is not confirmed, or it has ended. Choose something else to show.")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What stands beside the name: a capacity or none, and for a body the words signed with."""

    capacity: str | None = None
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that somebody may show: the value sent, its words, and what will stand beside the name."""

    value: str
    words: Sentence | str
    spoken: Spoken


def choices_for(who: Standing, usual: str | None = None) -> list[Choice]:
    """Return what somebody may show, with nothing first, then their usual capacity. Pure.

    "Works for a body", "councillor" and "helps run this" stand there only when they are confirmed.
    """
    nothing = Choice(NOT_SHOWN, Sentence(N_("Nothing, just my name")), Spoken())
    found = [_plain(capacity) for capacity in PICKED_FREELY]
    if who.councillor:
        found.append(_plain(Capacity.COUNCILLOR))
    if who.has(Role.FACILITATOR) or who.has(Role.ADMINISTRATOR):
        found.append(_plain(Capacity.FACILITATOR))
    for body_id, signed in sorted(who.speaks_for.items()):
        value = f"{Capacity.WORKS_FOR_BODY}:{body_id}"
        found.append(Choice(value, signed, Spoken(Capacity.WORKS_FOR_BODY, signed)))
    return [nothing, *sorted(found, key=lambda one: one.spoken.capacity != usual)]


def spoken_as(who: Standing, value: str) -> Spoken:
    """Return what a choice puts beside the name. Raises Refusal for what is not this person's to show. Pure."""
    for choice in choices_for(who):
        if choice.value == value:
            return choice.spoken
    raise Refusal(NOT_CONFIRMED, field="capacity")


def may_speak_as(who: Standing, capacity: str | None, signed: str = "") -> Refusal | None:
    """Whether this person may show this capacity, and for a body these words; nothing is always allowed. Pure."""
    offered = [one.spoken for one in choices_for(who)]
    if any(one.capacity == capacity and signed in ("", one.signed) for one in offered):
        return None
    return Refusal(NOT_CONFIRMED, field="capacity")


def _plain(capacity: Capacity) -> Choice:
    return Choice(capacity, Sentence(WORDS[capacity]), Spoken(capacity))


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


class SpeaksAs:
    """A form with the field `capacity`: call `offer` before it is checked or shown."""

    capacity = SelectField(N_("What do you want to show beside your name?"), default=NOT_SHOWN, validate_choice=False)

    def offer(self, who: Standing, *, usual: str | None = None) -> None:
        """Fill in what this person may show. Nothing is picked for them."""
        self.capacity.choices = [SelectChoice(one.value, _begun(say(one.words))) for one in choices_for(who, usual)]

    def spoken(self, who: Standing) -> Spoken:
        """Return what was picked. Raises Refusal, shown beside the field."""
        return spoken_as(who, self.capacity.data or NOT_SHOWN)
