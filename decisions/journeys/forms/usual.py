"""The form to start a journey from usual steps: each laid out, to be kept, changed or left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import BooleanField, FormField, HiddenField, SelectField, StringField

from decisions.bodies.models import Body
from decisions.journeys.actions import NewStop
from decisions.journeys.forms.fields import bodies
from decisions.journeys.forms.planning import COUNTS, new_stop, roles
from decisions.journeys.forms.starting import PartForm, RowForm
from decisions.journeys.usual.laying import LONGEST_ABOUT, LONGEST_WAY, MOST, Laid
from forum.form import AtMost, line
from forum.say import N_, _


class LaidForm(RowForm):
    """One usual step. It is a step of the journey when it is kept."""

    step = HiddenField(filters=[line])
    keep = BooleanField(N_("Take this step"))
    about = StringField(N_("One short line about it"), filters=[line], validators=[AtMost(LONGEST_ABOUT)])
    writing_counts = SelectField(N_("Does writing here count for this body?"), validate_choice=False, choices=[])
    official_way = StringField(N_("The official way to have a say"), filters=[line], validators=[AtMost(LONGEST_WAY)])

    @property
    def empty(self) -> bool:
        """Whether it is left out."""
        return not self.keep.data

    def given(self, found: Mapping[int, Body]) -> NewStop:
        """Return the step, with a title of our own when none was written."""
        counts = self.writing_counts.data if self.writing_counts.data in COUNTS else ""
        more = {"about": self.about.data or "", "official_way": self.official_way.data or ""}
        return new_stop(self, found, **more, writing_counts=counts, step=self.step.data or "")


class UsualForm(PartForm):
    """Usual steps: a field of its own for each, so that the browser can't make up more. `with_` holds the ids of the
    changes to the usual steps, with a space between."""

    usual = HiddenField(filters=[line])
    changes = HiddenField(filters=[line])
    laid: Sequence[Laid] = ()

    @property
    def rows(self) -> list[tuple[Laid, Any]]:
        """The rows that are laid out, each with its usual step."""
        return [(one, self[f"usual_{place}"]) for place, one in enumerate(self.laid, 1)]

    def offer(self, laid: Sequence[Laid], found: Mapping[int, Body]) -> "UsualForm":
        """Fill in what can be chosen. The rows that were sent stand for the steps that are laid out, in their order."""
        self.laid = laid
        for _one, row in self.rows:
            row.form.body.choices, row.form.role.choices = bodies(found.values(), _("Choose one")), roles()
            row.form.writing_counts.choices = [(value, _(text)) for value, text in COUNTS.items()]
        return self

    def given(self, found: Mapping[int, Body]) -> list[NewStop]:
        """Return the steps that are kept."""
        return [row.form.given(found) for _one, row in self.rows if not row.form.empty]


for _place in range(1, MOST + 1):
    setattr(UsualForm, f"usual_{_place}", FormField(LaidForm))


def as_laid(laid: Sequence[Laid], usual: str, changes: Sequence[str]) -> UsualForm:
    """Return the form with the usual steps filled in. A step for which no body is here is left out at first."""
    rows = {f"usual_{place}": _row(one) for place, one in enumerate(laid, 1)}
    return UsualForm(data={"usual": usual, "changes": " ".join(changes), **rows})


def _row(one: Laid) -> dict[str, Any]:
    return {
        "step": one.step.id,
        "keep": one.body is not None,
        "body": one.body.id if one.body else "",
        "role": str(one.role),
        "title": one.title,
        "about": one.about,
        "writing_counts": one.writing_counts,
        "official_way": one.official_way,
    }
