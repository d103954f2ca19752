"""Forms of a body for what is no answer: more time, another day, not here, another body."""

from collections.abc import Iterable

from wtforms import RadioField, TextAreaField

from decisions.answers.questions.kinds import Happening
from decisions.bodies.models import Body
from decisions.journeys.forms.fields import Day, NumberField, bodies
from forum.form import AtMost, Form, Needed, words
from forum.say import N_, _
from forum.threads.forms.choices import Chosen
from forum.threads.forms.day import DayField

H = Happening
OTHER_WORDS = {
    H.HOLDING: N_("We need more time"),
    H.PUT_OFF: N_("Not before the election, or another day"),
    H.REQUEST: N_("This is a request for information (FOI)"),
    H.NOT_HERE: N_("We can’t talk about one person’s care here"),
}
OTHER_HINTS = {
    H.HOLDING: N_("All see what you write. It is not an answer, so the time goes on."),
    H.PUT_OFF: N_("Say until when. Your answer is then owed by that day."),
    H.REQUEST: N_("You pass it to those who answer such requests. The law then says by when."),
    H.NOT_HERE: N_("The question is hidden. Its asker is told whom to contact. A moderator looks at it."),
}
LONGEST_WORDS = 1_000


class OtherForm(Form):
    """What a body says that is no answer."""

    kind = RadioField(
        N_("What do you want to say?"), validate_choice=False, choices=[],
        validators=[Chosen(N_("Choose what you want to say."))],
    )  # fmt: skip
    words = TextAreaField(
        N_("In your words"),
        filters=[words],
        validators=[AtMost(LONGEST_WORDS)],
        description=N_("One or two short sentences. All can read them."),
    )
    until = DayField(N_("Until which day?"), validators=[Day()])

    def offer(self) -> "OtherForm":
        """Fill in what can be chosen."""
        self.kind.choices = [(str(one), _(text)) for one, text in OTHER_WORDS.items()]
        return self


class PassOnForm(Form):
    """A question that belongs to another body."""

    body = NumberField(N_("To which body does it belong?"))
    reason = TextAreaField(
        N_("Why?"),
        filters=[words],
        validators=[Needed(N_("Write why it belongs there.")), AtMost(LONGEST_WORDS)],
        description=N_("The asker, that body and all readers see this."),
    )

    def offer(self, found: Iterable[Body]) -> "PassOnForm":
        """Fill in what can be chosen."""
        self.body.choices = bodies(found, _("Choose one"))
        return self
