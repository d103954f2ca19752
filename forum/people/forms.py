"""Forms of joining, signing in and of one's own settings."""

from typing import Any

from wtforms import BooleanField, EmailField, HiddenField, PasswordField, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from forum.access import Role
from forum.form import AtMost, Form, Needed, OneOf, line
from forum.people import passwords
from forum.people.capacities import PICKED_FREELY, WORDS
from forum.people.names import LONGEST_ADDRESS, LONGEST_NAME, may_be_address
from forum.people.roles import ROLE_WORDS
from forum.refusal import Refusal
from forum.say import N_, say
from forum.web import local_path

NAME_NEEDED = N_("Write the name that people will see.")
EMAIL_NEEDED = N_("Write your e-mail address.")
PASSWORD_NEEDED = N_("Write a password.")
STAY = N_("Keep me signed in on this phone or computer")


def _or_fault(refusal: Refusal | None) -> None:
    if refusal is not None:
        raise ValidationError(say(refusal.sentence))


def _here(address: Any) -> str:
    """Keep only an address of this site; nothing for none."""
    return local_path(address) if address else ""


class AnAddress:
    """Ask for something that can be an e-mail address. Nothing is looked up."""

    def __call__(self, _form: Form, field: Any) -> None:
        if field.data:
            _or_fault(may_be_address(field.data))


class ANewPassword:
    """Ask for a password that is long enough and not easy to guess. An empty one is not asked about."""

    def __call__(self, _form: Form, field: Any) -> None:
        if field.data:
            _or_fault(passwords.may_use(field.data))


def _email(label: str, kind: str = "email") -> EmailField:
    rules = [Needed(EMAIL_NEEDED), AtMost(LONGEST_ADDRESS), AnAddress()]
    return EmailField(label, rules, filters=[line], render_kw={"autocomplete": kind, "spellcheck": "false"})


def _name() -> StringField:
    rules = [Needed(NAME_NEEDED), AtMost(LONGEST_NAME)]
    return StringField(N_("Your name here"), rules, filters=[line], render_kw={"autocomplete": "nickname"})


def _password(label: str, *rules: Any, kind: str = "new-password") -> PasswordField:
    return PasswordField(label, [*rules, AtMost(passwords.LONGEST)], render_kw={"autocomplete": kind})


class PressForm(Form):
    """A form that is one button."""


class JoinForm(Form):
    """A name and an address: a link is sent there."""

    name = _name()
    email = _email(N_("E-mail address"))
    next = HiddenField(filters=[_here])


class FinishJoiningForm(Form):
    """The name again, now that the address is confirmed, and a password for those who want one."""

    name = _name()
    password = _password(N_("Password"), ANewPassword())
    stay = BooleanField(STAY)


class SignInForm(Form):
    """An address, and a password for those who have one."""

    email = _email(N_("E-mail address"), "username")
    password = _password(N_("Password"), kind="current-password")
    stay = BooleanField(STAY)
    next = HiddenField(filters=[_here])


class LinkForm(Form):
    """The button of a link that signs in."""

    stay = BooleanField(STAY)


class DemoForm(Form):
    """The button of one demonstration account."""

    email = HiddenField(filters=[line])


class ForgotForm(Form):
    """An address whose password was forgotten."""

    email = _email(N_("E-mail address"), "username")


class NewPasswordForm(Form):
    """A new password."""

    password = _password(N_("New password"), Needed(PASSWORD_NEEDED), ANewPassword())


class ChangePasswordForm(NewPasswordForm):
    """A new password, and the old one for those who have one."""

    old = _password(N_("Your password now"), kind="current-password")


class NameForm(Form):
    """A new name."""

    name = _name()


class EmailForm(Form):
    """A new address: a link is sent there."""

    email = _email(N_("New e-mail address"))


class CapacityForm(Form):
    """The capacity that is offered first. It is never shown by itself."""

    capacity = SelectField(
        N_("You most often speak as"),
        choices=[
            SelectChoice("", N_("No answer")),
            *(SelectChoice(str(capacity), WORDS[capacity]) for capacity in PICKED_FREELY),
        ],
        invalid_choice_message=N_("Choose one of these."),
    )


class MailForm(Form):
    """Whether news of what somebody follows comes by e-mail."""

    mail_moves = BooleanField(N_("E-mail me when something happens on what I follow"))


class LeaveForm(Form):
    """What to do with one's words when leaving."""

    take_back = BooleanField(N_("Take back everything I wrote too"))


class RoleForm(Form):
    """A role to give, and who the person works for."""

    role = RadioField(
        N_("Role"),
        [Needed(N_("Choose a role."))],
        choices=[SelectChoice(str(role), words) for role, words in ROLE_WORDS.items()],
        invalid_choice_message=N_("Choose one of these."),
    )
    employer = StringField(N_("Who they work for"), [AtMost(120)], filters=[line])


class TakeRoleForm(Form):
    """The button that takes a role away."""

    role = HiddenField(validators=[OneOf(Role, N_("Choose one of these."))])
