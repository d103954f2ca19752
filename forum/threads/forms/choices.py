"""What can be chosen in forms: kinds, topics, places, communities."""

from typing import Any

from wtforms.validators import ValidationError

from forum.say import N_, _
from forum.threads import filing
from forum.threads.kinds import CAME_BY_WORDS, Kind

KINDS = {
    Kind.ISSUE: (N_("An issue"), N_("Something is wrong, or may go wrong, for more than one person.")),
    Kind.QUESTION: (N_("A question"), N_("You want to know something from the people who decide.")),
    Kind.IDEA: (N_("An idea"), N_("You can see a way to make things better.")),
    Kind.STORY: (N_("A story"), N_("What happened to you, and what others can learn from it.")),
    Kind.OFFER: (N_("An offer"), N_("Something you can do or lend: time, a skill, a room.")),
}
Choices = list[tuple[str, str]]


class Chosen:
    """Ask for one of the choices of a field, in a sentence of the field's own."""

    def __init__(self, sentence: str, *, needed: bool = True) -> None:
        self.sentence = sentence
        self.needed = needed
        self.field_flags = {"required": True} if needed else {}

    def __call__(self, _form: Any, field: Any) -> None:
        known = {value for value, _words in field.choices}
        if field.data not in known or (self.needed and not field.data):
            raise ValidationError(_(self.sentence))


def kinds() -> Choices:
    """Return the kinds of thread."""
    return [(str(kind), _(name)) for kind, (name, _hint) in KINDS.items()]


def kind_hints() -> dict[str, str]:
    """Return one line about each kind."""
    return {str(kind): _(hint) for kind, (_name, hint) in KINDS.items()}


def topics() -> Choices:
    """Return the topics by slug, after an empty choice."""
    return [("", _("Choose one")), *((one.slug, one.name) for one in filing.topics())]


def areas() -> Choices:
    """Return the parts of the place by slug, after the whole of it."""
    return [("", _("The whole area")), *((one.slug, one.name) for one in filing.areas())]


def communities() -> Choices:
    """Return the communities by slug, after everyone."""
    return [("", _("Everyone")), *((one.slug, one.name) for one in filing.communities())]


def ways_in() -> Choices:
    """Return how words can reach us."""
    return [(str(way), _(words)) for way, words in CAME_BY_WORDS.items()]
