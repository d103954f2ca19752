"""Forms about working for a body."""

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from decisions.bodies.models import Body
from forum.form import AtMost, Form, Needed, line, words
from forum.say import N_, _


class OrganisationForm(Form):
    """Which body, and what somebody does there."""

    body = SelectField(
        N_("Where you work, or which council you sit on"),
        [Needed(N_("Choose one."))],
        invalid_choice_message=N_("Choose one."),
    )
    post = StringField(N_("Your post"), [Needed(N_("Write what you do there.")), AtMost(70)], filters=[line])
    councillor = BooleanField(N_("I am a councillor"))

    def offer(self, bodies: list[Body]) -> None:
        """Fill in the bodies to choose from."""
        named = [SelectChoice(body.slug, body.name) for body in bodies]
        self.body.choices = [SelectChoice("", _("Choose one")), *named]


class RefuseForm(Form):
    """Why it is not confirmed."""

    reason = TextAreaField(N_("Why not"), [Needed(N_("Write why, in a few kind words.")), AtMost(300)], filters=[words])
