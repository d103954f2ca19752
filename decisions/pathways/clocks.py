"""A clock, as far as a page names it: how long it is, on whose authority, for whom (pure)."""

from dataclasses import dataclass

from decisions.packs.known import Known
from forum.say import N_, Sentence

UNITS = {
    "working-days": (N_("%(num)s working day"), N_("%(num)s working days")),
    "clear-working-days": (N_("%(num)s full working day between"), N_("%(num)s full working days between")),
    "clear-days": (N_("%(num)s full day between"), N_("%(num)s full days between")),
    "parish-clear-days": (N_("%(num)s full day between"), N_("%(num)s full days between")),
    "calendar-days": (N_("%(num)s day"), N_("%(num)s days")),
    "weeks": (N_("%(num)s week"), N_("%(num)s weeks")),
    "months": (N_("%(num)s month"), N_("%(num)s months")),
    "years": (N_("%(num)s year"), N_("%(num)s years")),
    "hours": (N_("%(num)s hour"), N_("%(num)s hours")),
    "school-days": (N_("%(num)s school day"), N_("%(num)s school days")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Known):
    """A rule that sets a date."""

    length: int | None = None
    unit: str = ""
    counts: str = ""
    whose: str = ""
    starts: str = ""
    ends: str = ""
    max: bool = False
    number: bool = True

    @property
    def counted(self) -> bool:
        """Whether a date can be worked out from it."""
        return self.number and (self.length is not None or self.unit == "yearly")

    @property
    def long(self) -> Sentence | str:
        """How long it is, in words."""
        if self.length is None or self.unit not in UNITS:
            return ""
        one, many = UNITS[self.unit]
        return Sentence(one, many=many, num=self.length)
