"""Forms of editions: a file that people made, a video that people signed."""

from urllib.parse import urlsplit

from wtforms import FileField, RadioField, SelectField, StringField, TextAreaField, URLField
from wtforms.validators import StopValidation

from decisions.editions.actions import NewEdition
from decisions.editions.kinds import LANGUAGES, OTHER, SIGN_LANGUAGES, SORT_WORDS, Sort
from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.say import N_, _

FILES = (Sort.EASY_READ, Sort.TRANSLATION)
LONGEST_WORDS = 10_000


class MadeBy(Form):
    """Who made it."""

    made_by = StringField(
        N_("Who made it?"),
        filters=[line],
        validators=[Needed(N_("Write who made it.")), AtMost(160)],
        description=N_("Such as “Speak Up Marlbrook, with six members”. Everyone can read this."),
    )


class FileForm(MadeBy):
    """An Easy Read or translated edition."""

    sort = RadioField(
        N_("What is it?"), choices=[], validate_choice=False, validators=[OneOf(FILES, N_("Choose one."))]
    )
    lang = SelectField(N_("In which language?"), choices=[], validate_choice=False, default="en")
    language = StringField(N_("If another one, which?"), filters=[line], validators=[AtMost(40)])
    file = FileField(
        N_("The file"),
        description=N_("A file to print (PDF) or a plain text, of 5 megabytes at most. It may hold its writer’s name."),
    )

    def offer(self) -> "FileForm":
        """Fill in what can be chosen."""
        self.sort.choices = [(str(one), _(SORT_WORDS[one])) for one in FILES]
        known = sorted((_(name), code) for code, name in LANGUAGES.items())
        self.lang.choices = [*((code, name) for name, code in known), (OTHER, _("Another one"))]
        return self

    def validate_language(self, field: StringField) -> None:
        """A name, when it is none of those we know."""
        if self.lang.data not in LANGUAGES and not field.data:
            raise StopValidation(_("Write which language it is in."))

    def validate_file(self, field: FileField) -> None:
        """A file was chosen."""
        if not getattr(field.data, "filename", ""):
            raise StopValidation(_("Choose a file."))

    def content(self) -> bytes:
        """Return the file."""
        file = self.file.data
        return bytes(file.read()) if getattr(file, "filename", "") else b""

    def given(self) -> NewEdition:
        """Return what was brought, as the action takes it."""
        lang = self.lang.data if self.lang.data in LANGUAGES else ""
        language = "" if lang else str(self.language.data)
        return NewEdition(str(self.sort.data), str(self.made_by.data), lang=lang, language=language)


class VideoForm(MadeBy):
    """A signed video on another site, and what it says."""

    url = URLField(
        N_("The address of the video"),
        filters=[line],
        validators=[Needed(N_("Write the address of the video.")), AtMost(500)],
        description=N_("It begins with https://. It stays on the other site: nothing of it loads here."),
    )
    lang = RadioField(
        N_("In which sign language?"), choices=[], validate_choice=False, default="bfi",
        validators=[OneOf(SIGN_LANGUAGES, N_("Choose one."))],
    )  # fmt: skip
    words = TextAreaField(
        N_("What it says, in words"),
        filters=[words],
        validators=[Needed(N_("Write what the video says.")), AtMost(LONGEST_WORDS)],
        description=N_("For everyone who does not sign. The video and the words both stand."),
    )

    def offer(self) -> "VideoForm":
        """Fill in what can be chosen."""
        self.lang.choices = [(code, _(name)) for code, name in SIGN_LANGUAGES.items()]
        return self

    def validate_url(self, field: URLField) -> None:
        """A safe address of another site."""
        if not is_video_link(field.data or ""):
            raise StopValidation(_("That is no safe address. It begins with https:// and names a site."))

    def given(self) -> NewEdition:
        """Return what was brought, as the action takes it."""
        said = {"url": str(self.url.data), "words": str(self.words.data)}
        return NewEdition(Sort.SIGNED, str(self.made_by.data), lang=str(self.lang.data), **said)


def is_video_link(address: str) -> bool:
    """Whether an address is one of https, with a site's name and nothing that hides where it leads. Pure."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    plain = address.isascii() and not any(letter.isspace() or letter in '\\"<>' for letter in address)
    return parts.scheme == "https" and plain and port in (None, 443) and "@" not in parts.netloc and "." in parts.netloc
