"""Forms for following."""

from datetime import UTC, datetime
from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import HiddenField, StringField
from wtforms.validators import ValidationError

from forum.form import AtMost, Form, Needed, line
from forum.say import N_, _

NOT_AN_ADDRESS = N_("Write an e-mail address like name@example.org.")


class Address:
    """Ask for an e-mail address that letters can be sent to."""

    def __call__(self, _form: Any, field: Any) -> None:
        try:
            found = validate_email(field.data or "", check_deliverability=False, allow_smtputf8=False)
        except EmailNotValidError:
            raise ValidationError(_(NOT_AN_ADDRESS)) from None
        field.data = found.normalized


class FollowForm(Form):
    """Follow with an e-mail address alone."""

    email = StringField(
        N_("Your e-mail address"),
        filters=[line],
        validators=[Needed(N_("Write your e-mail address.")), AtMost(254), Address()],
    )


class SeenForm(Form):
    """I have seen this: up to the moment when the page was made."""

    until = HiddenField()

    def moment(self, otherwise: datetime) -> datetime:
        """Return the moment that the page was made, or another when the form holds none."""
        try:
            return datetime.fromtimestamp(int(self.until.data or "") / 1_000_000, UTC)
        except (ValueError, OverflowError, OSError):
            return otherwise
