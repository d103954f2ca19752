"""The form of an entry: its fields are those of the schema."""

from collections.abc import Iterator
from typing import Any

from wtforms import HiddenField, TextAreaField
from wtforms.validators import ValidationError

from decisions.packs import editing, queries, schema, shape, typed
from decisions.packs.keys import Holds, Key
from decisions.packs.merge import Document
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_, Sentence, _, say
from forum.threads.forms.day import NO_DAY, DayField

WHY = N_("Why do you change this?")
WHY_HINT = N_("Everyone can read this in the public log.")
SAY_WHY = N_("Say in a few words why.")
FILL_IN = Sentence(N_("Please fill this in."))
MOST_REASON = 300
OF_THE_SOURCE = {one.name for one in schema.COMMON} - {"id", "name", "plain"}  # asked for at the end


class ReasonForm(Form):
    """A change with its reason. `number` is that of the version which the person saw."""

    number = HiddenField(filters=[line])
    reason = TextAreaField(
        WHY, filters=[words], validators=[Needed(SAY_WHY), AtMost(MOST_REASON)], description=WHY_HINT
    )

    @property
    def seen(self) -> int:
        """The number of the version that the person saw; 0 when it says none."""
        given = str(self.number.data or "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


class EndForm(ReasonForm):
    """The day on which something ended."""

    day = DayField(N_("On which day did it end?"), validators=[Needed(NO_DAY)])

    def validate_day(self, field: DayField) -> None:
        """Ask for a day that there is."""
        if field.data and field.day is None:
            raise ValidationError(_(NO_DAY))


class SeenForm(Form):
    """A button about the version that the person saw."""

    number = HiddenField(filters=[line])
    seen = ReasonForm.seen


class EntryForm(ReasonForm):
    """What an entry says. `typed` holds it as texts, by key; `faults` the sentences beside fields, by their names."""

    def __init__(self, formdata: Any = None, *, kind: str, ident: str, data: Document, **more: Any) -> None:
        super().__init__(formdata, **more)
        self.kind, self.ident = kind, ident
        self.keys = tuple(key for key in schema.kind(kind).keys if key.name != "id" or not ident)
        self.main_keys = tuple(key for key in self.keys if key.name not in OF_THE_SOURCE)
        self.source_keys = tuple(key for key in self.keys if key.name in OF_THE_SOURCE)
        self.faults: dict[str, list[str]] = {}
        given = {name: words(value) for name, value in formdata.items()} if formdata else None
        made = typed.from_form(given, self.keys, "e-") if given else typed.from_document(data, self.keys)
        self.typed = typed.without_empty(made, self.keys) if formdata and not self.presses(formdata) else made

    @staticmethod
    def presses(formdata: Any) -> str:
        """Return the button that was pressed to add, take away or move a group; empty when the form was sent."""
        return next((name for name in ("more", "less", "up") if formdata and name in formdata), "")

    @property
    def document(self) -> Document:
        """The document that was typed, with its id."""
        found = typed.to_document(self.typed, self.keys)
        has_id = schema.kind(self.kind).key("id") is not None
        return {"id": self.ident, **found} if self.ident and has_id else found

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Check the reason, and the document by the rules for packs."""
        good: bool = super().validate(*args, **kwargs)
        document = self.document
        for path, sentence in editing.faults(self.kind, str(document.get("id", "")), document):
            self._say(path, sentence)
        return good and not self.faults

    def _say(self, path: shape.Path, sentence: Sentence) -> None:
        if sentence.text == shape.MISSING:
            path, sentence = (*path, str(sentence.values["key"])), FILL_IN
        self.faults.setdefault(self.field_of(path), []).append(say(sentence))

    def field_of(self, path: shape.Path) -> str:
        """Return the name of the field, or of the group of fields, at a path of the document; empty for the whole."""
        keys: tuple[Key, ...] = self.keys
        for part in path:
            if isinstance(part, str):
                key = next((one for one in keys if one.name == part), None)
                if key is None:
                    return ""
                keys = key.keys
        return "-".join(("e", *(str(part) for part in path))) if path else ""

    def offered(self) -> dict[str, list[tuple[str, str]]]:
        """Return the ids that fields offer, with their names, by the kinds that a field names: `question-pathway`."""
        asked = set(_refers(self.keys))
        found = queries.names({kind for kinds in asked for kind in kinds}) if asked else {}
        return {"-".join(kinds): [one for kind in kinds for one in found[kind]] for kinds in sorted(asked)}

    def wrong_within(self, name: str) -> bool:
        """Whether something is wrong in a group of fields, so that it is shown open."""
        return any(one == name or one.startswith(f"{name}-") for one in self.faults)

    @property
    def linked_errors(self) -> list[tuple[str, str]]:
        """The faults of the document with the names of their fields, for the summary."""
        return [(name, " ".join(said)) for name, said in self.faults.items() if name]

    @property
    def errors(self) -> dict[str | None, list[str]]:
        """Faults by field, those of the document too."""
        found: dict[str | None, list[str]] = dict(super().errors)
        found.update(self.faults)
        return found

    @property
    def form_errors(self) -> list[str]:
        """What is wrong with the form as a whole."""
        return [*super().form_errors, *self.faults.get("", [])]

    @form_errors.setter
    def form_errors(self, _value: list[str]) -> None:
        """WTForms sets this when it begins; ours is computed."""


def _refers(keys: tuple[Key, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the kinds that each field for one id names."""
    for key in keys:
        if key.refers and key.holds is Holds.NAME:
            yield key.refers
        yield from _refers(key.keys)
