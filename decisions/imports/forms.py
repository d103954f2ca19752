"""Forms of sources, of what is brought to them, and of matching their bodies with ours."""

from collections.abc import Mapping

from wtforms import BooleanField, FileField, RadioField, SelectField, StringField, TextAreaField, URLField
from wtforms.validators import StopValidation

from decisions.bodies.models import Body
from decisions.imports.readers.table import READER_WORDS
from decisions.imports.shape import web_address
from decisions.meetings.models import Meeting
from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.say import N_, _, say_day

NEVER, DAILY, WEEKLY = "", "day", "week"
EVERY_WORDS = {NEVER: N_("Never: somebody brings files"), DAILY: N_("Each night"), WEEKLY: N_("Each week")}
NONE_OF_OURS, A_NEW_ONE = "none", "new"
LONGEST_TEXT = 400_000
CHOOSE = N_("Choose one.")


class WebAddress:
    """Ask for an address of the web, where there is one."""

    def __call__(self, _form: Form, field: StringField) -> None:
        if field.data and not web_address(field.data):
            raise StopValidation(_("That is not an address of the web. It begins with https://."))


class SourceForm(Form):
    """Where records come from."""

    name = StringField(
        N_("What do you call it?"), filters=[line], validators=[Needed(N_("Give it a name.")), AtMost(120)],
        description=N_("For example: Meetings of Marlbrook Council."),
    )  # fmt: skip
    reader = RadioField(
        N_("What does it give?"), choices=[], validate_choice=False, validators=[OneOf(READER_WORDS, CHOOSE)]
    )
    address = URLField(
        N_("Its address on the web"), filters=[line], validators=[WebAddress(), AtMost(500)],
        description=N_("Leave this empty to bring files. For ModernGov: the first page of the council’s meetings."),
    )  # fmt: skip
    body = SelectField(
        N_("Which body is it about?"), choices=[], validate_choice=False,
        description=N_("If it is about several, leave this as it is. You say later which is which."),
    )  # fmt: skip
    every = RadioField(N_("How often is it read by itself?"), choices=[], validate_choice=False, default=NEVER)

    def offer(self, bodies: Mapping[int, Body]) -> "SourceForm":
        """Fill in what can be chosen."""
        self.reader.choices = [(word, _(said)) for word, said in READER_WORDS.items()]
        self.every.choices = [(word, _(said)) for word, said in EVERY_WORDS.items()]
        self.body.choices = [("", _("Several bodies")), *((str(one.id), one.name) for one in bodies.values())]
        return self

    def validate_every(self, field: RadioField) -> None:
        """A word that we know."""
        if (field.data or "") not in EVERY_WORDS:
            raise StopValidation(_(CHOOSE))


class FileForm(Form):
    """A file to bring."""

    file = FileField(N_("The file"), description=N_("At most 10 megabytes. You see what it would change first."))

    def validate_file(self, field: FileField) -> None:
        """A file was chosen."""
        if not getattr(field.data, "filename", ""):
            raise StopValidation(_("Choose a file."))


class TextForm(Form):
    """The text of an agenda or of minutes."""

    meeting = SelectField(N_("Which meeting?"), choices=[], validate_choice=False, validators=[Needed(CHOOSE)])
    minutes = BooleanField(N_("This is the written record: the minutes"))
    text = TextAreaField(
        N_("The text"), filters=[words], validators=[Needed(N_("Paste the text.")), AtMost(LONGEST_TEXT)],
        description=N_("Each item needs a number before it. You see the items before they are kept."),
    )  # fmt: skip

    def offer(self, meetings: list[Meeting]) -> "TextForm":
        """Fill in the meetings that can be chosen."""
        said = [(str(one.id), f"{say_day(one.day)}: {one.title}") for one in meetings]
        self.meeting.choices = [("", _("Choose a meeting")), *said]
        return self


class ItemsForm(Form):
    """The items of a text, as we read them: to be put right."""

    text = TextAreaField(
        N_("The items"), filters=[words], validators=[Needed(N_("Paste the text.")), AtMost(LONGEST_TEXT)],
        description=N_("Each begins on a new line, with its number. What belongs to it stands below."),
    )  # fmt: skip


class MatchForm(Form):
    """Which of our bodies one of a source is."""

    body = SelectField(N_("Which of our bodies is it?"), choices=[], validate_choice=False)

    def offer(self, bodies: Mapping[int, Body]) -> "MatchForm":
        """Fill in what can be chosen."""
        ours = [(str(one.id), one.name) for one in bodies.values()]
        self.body.choices = [("", _("Choose one")), *ours, (NONE_OF_OURS, _("None of ours: leave it out"))]
        return self

    def validate_body(self, field: SelectField) -> None:
        """One that was offered."""
        if field.data not in {value for value, *_rest in self.body.choices[1:]}:
            raise StopValidation(_(CHOOSE))


class BodyForm(Form):
    """A new body of ours; a person says of which kind it is."""

    name = StringField(N_("Its name"), filters=[line], validators=[Needed(N_("Give its name.")), AtMost(120)])
    short = StringField(
        N_("Its name inside a sentence"), filters=[line], validators=[Needed(N_("Give its name.")), AtMost(80)],
        description=N_("For example: the health committee."),
    )  # fmt: skip
    kind = SelectField(N_("What kind of body is it?"), choices=[], validate_choice=False, validators=[Needed(CHOOSE)])

    def offer(self, kinds: list[tuple[str, str]]) -> "BodyForm":
        """Fill in the kinds of bodies: their ids and names."""
        self.kind.choices = [("", _("Choose one")), *kinds]
        return self
