"""The forms of the set-up, one for each step, and those for local facts."""

from typing import Any

from wtforms import BooleanField, EmailField, HiddenField, PasswordField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from decisions.set_up.steps import GOVERNANCE_WORDS, NATION_WORDS, NOT_SURE, TYPE_WORDS
from forum.form import AtMost, Form, Needed, OneOf, line, words
from forum.people import passwords
from forum.people.forms import AnAddress, ANewPassword
from forum.people.names import LONGEST_ADDRESS, LONGEST_NAME
from forum.say import N_, _

LONGEST = 300
LONGEST_CODE = 60
NO_WAY = N_("Give a phone number, a postal address or a place to drop in. Not everybody uses a computer.")


def _text(label: str, *rules: Any, hint: str = "", kind: str = "off") -> StringField:
    more = {"autocomplete": kind}
    return StringField(label, [*rules, AtMost(LONGEST)], filters=[line], description=hint, render_kw=more)


def _choices(said: dict[str, str]) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in said.items()]


class CodeForm(Form):
    """The code that the server printed."""

    code = StringField(
        N_("The code from the server"),
        [Needed(N_("Type the code.")), AtMost(LONGEST_CODE)],
        filters=[line],
        render_kw={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )


class WhoForm(Form):
    """Which place this is, who runs it, who pays."""

    place = _text(
        N_("The name of the place"), Needed(N_("Write the name of the place.")), hint=N_("As in “Marlbrook”.")
    )
    run_by = _text(
        N_("Who runs this"),
        Needed(N_("Write who runs this.")),
        hint=N_("Shown on every page, as in “Marlbrook Voices, a charity”."),
        kind="organization",
    )
    is_the_council = BooleanField(N_("The council runs this"))
    paid_by = _text(
        N_("Who pays for it"),
        Needed(N_("Write who pays. It may be you.")),
        hint=N_("People want to know. Say it plainly."),
    )


class CouncilForm(Form):
    """Which council, from those that were found, or by its name alone."""

    code = RadioField(N_("Which of these is it?"), choices=[], validate_choice=False)
    council_name = _text(N_("The name of the council"))
    nation = RadioField(N_("Where is it?"), choices=_choices(NATION_WORDS), validate_choice=False)
    q = HiddenField(filters=[line])


class KindForm(Form):
    """What kind of council it is, and who decides in it."""

    council_type = RadioField(
        N_("What kind of council is it?"),
        [OneOf(TYPE_WORDS, N_("Choose one of these."))],
        choices=_choices(TYPE_WORDS),
        validate_choice=False,
    )
    governance = RadioField(
        N_("Who makes most of its decisions?"),
        [OneOf([*GOVERNANCE_WORDS, NOT_SURE], N_("Choose one of these."))],
        choices=_choices({**GOVERNANCE_WORDS, NOT_SURE: N_("I am not sure yet")}),
        validate_choice=False,
        description=N_("Look at the council’s website under “how the council works”."),
    )


class ReachForm(Form):
    """How people reach those who run this. At least one way that needs no computer."""

    phone = _text(N_("Phone"), kind="tel")
    phone_hours = _text(N_("When the phone is answered"), hint=N_("As in “Monday to Friday, 9 to 5”."))
    post = _text(N_("Postal address"), kind="street-address")
    drop_in = _text(N_("Where and when people can drop in"))
    email = EmailField(N_("E-mail address"), [AtMost(LONGEST_ADDRESS), AnAddress()], filters=[line])

    def validate_phone(self, field: StringField) -> None:
        """Ask for a way that needs no computer."""
        if not (field.data or self.post.data or self.drop_in.data):
            raise ValidationError(_(NO_WAY))


class SafetyForm(Form):
    """Whom to ring, who reads worries, and whether first posts wait."""

    council_care_phone = _text(
        N_("The council’s phone number for care"),
        Needed(N_("Write the number. Look on the council’s website.")),
        hint=N_("Shown on “Get help now”. Ring it once to check it."),
        kind="off",
    )
    council_care_hours = _text(
        N_("When that phone is answered"), hint=N_("Say what holds at night and at weekends too.")
    )
    safeguarding_lead = _text(
        N_("Who reads worries about someone’s safety"),
        Needed(N_("Write a name, and who they work for.")),
        hint=N_("One person with training. You give them the role later, under People."),
    )
    advocate = _text(
        N_("Who can help a person to speak up, for free"), hint=N_("An advocate: their name and phone number.")
    )
    moderation_hours = _text(
        N_("When moderators look"),
        hint=N_("As in “every day, 8 in the morning to 10 at night”. Only promise what you can keep."),
    )
    first_posts_wait = BooleanField(
        N_("First posts by new people wait for a look"),
        description=N_("Safer while you are few. You can change it later."),
    )


class AccountForm(Form):
    """The first administrator's account."""

    name = StringField(
        N_("Your name here"),
        [Needed(N_("Write the name that people will see.")), AtMost(LONGEST_NAME)],
        filters=[line],
        render_kw={"autocomplete": "nickname"},
    )
    email = EmailField(
        N_("Your e-mail address"),
        [Needed(N_("Write your e-mail address.")), AtMost(LONGEST_ADDRESS), AnAddress()],
        filters=[line],
        render_kw={"autocomplete": "email", "spellcheck": "false"},
    )
    password = PasswordField(
        N_("A password"),
        [Needed(N_("Write a password.")), AtMost(passwords.LONGEST), ANewPassword()],
        description=N_("10 letters or more. Three words together work well."),
        render_kw={"autocomplete": "new-password"},
    )


class FactForm(Form):
    """What somebody found out about a local fact, and where it stands."""

    value = TextAreaField(
        N_("What you found out"),
        [Needed(N_("Write what you found out.")), AtMost(LONGEST)],
        filters=[words],
        render_kw={"rows": 2},
    )
    link = _text(N_("The page where it stands"), hint=N_("It starts with https://. Leave it empty if there is none."))
    number = HiddenField(filters=[line])

    @property
    def seen(self) -> int:
        """The version that the person saw; -1 for what is no number."""
        given = str(self.number.data or "")
        return int(given) if given.isascii() and given.isdigit() and len(given) <= 9 else -1


class ShareForm(Form):
    """Give some facts to somebody to find out."""

    name = _text(N_("Who will find out?"), Needed(N_("Write a name.")), hint=N_("A first name is enough."))
    email = EmailField(
        N_("Their e-mail address"),
        [AtMost(LONGEST_ADDRESS), AnAddress()],
        filters=[line],
        description=N_("Leave it empty to give them a printed list."),
    )
