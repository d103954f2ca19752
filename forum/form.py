"""The base of every form: a key made when it was shown, clean text, and sentences beside the fields."""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from wtforms import Form as WtForm
from wtforms import HiddenField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation

from forum.markup import clean, clean_line
from forum.refusal import Refusal
from forum.say import _, say

KEY_BYTES = 16


def words(value: Any) -> Any:
    """Filter for a field of many lines."""
    return clean(value) if isinstance(value, str) else value


def line(value: Any) -> Any:
    """Filter for a field of one line."""
    return clean_line(value) if isinstance(value, str) else value


class Form(WtForm):  # type: ignore[misc]
    """A form of ours. `key` makes a second press of its button harmless. `refused` holds what a rule said."""

    key = HiddenField(filters=[line])
    refused: Refusal | None = None

    class Meta:
        locales = False  # our own sentences, not the library's

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.key.data:
            self.key.data = secrets.token_urlsafe(KEY_BYTES)
        for field in self:
            _translate(field)

    def hidden_tag(self) -> Markup:
        """Return the hidden fields, for the top of the form. Without ids: a page may hold several forms."""
        hidden = [field(id=False) for field in self if getattr(field.widget, "input_type", "") == "hidden"]
        return Markup("").join(hidden)

    @property
    def form_errors(self) -> list[str]:
        """What is wrong with the form as a whole: the sentence of a refusal that names no field."""
        if self.refused is not None and self.refused.field not in self._fields:
            return [say(self.refused.sentence)]
        return []

    @form_errors.setter
    def form_errors(self, _value: list[str]) -> None:
        """WTForms sets this when it begins; ours is computed."""

    @property
    def errors(self) -> dict[str | None, list[str]]:
        """Faults by field; a refusal counts as one."""
        found: dict[str | None, list[str]] = {
            name: list(field.errors) for name, field in self._fields.items() if field.errors
        }
        if own := self.form_errors:
            found[None] = own
        return found

    def refuse(self, refusal: Refusal) -> None:
        """Show a refusal beside its field, or above the form when it names none."""
        self.refused = refusal
        field = self._fields.get(refusal.field or "")
        if field is not None:
            field.errors = [*field.errors, say(refusal.sentence)]


def _translate(field: Any) -> None:
    """Put the words of a field, marked by `N_()` where the form is written, into the language of the page."""
    if field.label.text:
        field.label.text = _(field.label.text)
    if field.description:
        field.description = _(field.description)
    if isinstance(choices := getattr(field, "choices", None), list):
        field.choices = [replace(one, label=_(one.label)) if isinstance(one, SelectChoice) else one for one in choices]


class Needed:
    """Ask for something to be filled in, in a sentence of the field's own. What comes after it need not know empty."""

    field_flags = {"required": True}  # noqa: RUF012 - WTForms reads it

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __call__(self, _form: WtForm, field: Any) -> None:
        if not field.data or (isinstance(field.data, str) and not field.data.strip()):
            raise StopValidation(_(self.sentence))


class OneOf:
    """Ask for one of some values; the sentence says so when none, or another, was sent."""

    field_flags = {"required": True}  # noqa: RUF012 - WTForms reads it

    def __init__(self, values: Iterable[str], sentence: str) -> None:
        self.values = frozenset(str(value) for value in values)
        self.sentence = sentence

    def __call__(self, _form: WtForm, field: Any) -> None:
        if field.data not in self.values:
            raise StopValidation(_(self.sentence))


class AtMost:
    """Refuse more than so many characters, and say how many there are."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.field_flags = {"maxlength": limit}

    def __call__(self, _form: WtForm, field: Any) -> None:
        length = len(field.data) if isinstance(field.data, str) else 0  # a file sent in place of words has no length
        if length > self.limit:
            raise StopValidation(
                _(
                    "Use %(limit)s characters or fewer. You have used %(length)s.",
                    limit=self.limit,
                    length=length,
                )
            )
