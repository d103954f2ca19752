"""The form for the settings of the place: one field for each name in `forum.about.site`."""

from dataclasses import fields

from wtforms import BooleanField, StringField
from wtforms.validators import ValidationError

from forum.about.site import FROM_ELSEWHERE, LABELS, Site
from forum.form import AtMost, Form, Needed, line
from forum.people.names import may_be_address
from forum.say import N_, say

LONGEST = 300
HINTS = {
    "run_by": N_("Shown on every page, as in “Marlbrook Voices, a charity”."),
    "paid_by": N_("People want to know this. Say it plainly."),
    "council_care_phone": N_("Shown on “Get help now” and before every report."),
    "safeguarding_lead": N_("A name and who they work for. The person also needs the role."),
    "moderation_hours": N_("As in “every day, 8 in the morning to 10 at night”. Only promise what you can keep."),
}
MUST = {"place": N_("Write the name of the place."), "run_by": N_("Write who runs this.")}


class SettingsForm(Form):
    """Every setting of the place."""

    def given(self, name: str) -> str | bool:
        """Return what was given for a setting; what was not sent is empty, or no."""
        field = getattr(self, name)
        return bool(field.data) if isinstance(field, BooleanField) else str(field.data or "")

    def validate_email(self, field: StringField) -> None:
        """Hold the address against the rules for addresses; it may be empty."""
        if field.data and (refusal := may_be_address(field.data)):
            raise ValidationError(say(refusal.sentence))


def _field(name: str, default: object) -> BooleanField | StringField:
    if isinstance(default, bool):
        return BooleanField(LABELS[name], description=HINTS.get(name, ""))
    checks = [Needed(MUST[name])] if name in MUST else []
    return StringField(
        LABELS[name], filters=[line], validators=[*checks, AtMost(LONGEST)], description=HINTS.get(name, "")
    )


TYPED = tuple(one for one in fields(Site) if one.name not in FROM_ELSEWHERE)
for _one in TYPED:
    setattr(SettingsForm, _one.name, _field(_one.name, _one.default))
