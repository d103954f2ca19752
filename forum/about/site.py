"""Who runs this place, who pays, and how to reach them: on every page, so kept in the process for a few seconds."""

import time
from dataclasses import dataclass, fields
from typing import Any

from flask import current_app
from sqlalchemy import select

from forum.about.models import Setting
from forum.db import db
from forum.say import N_

SECONDS_KEPT = 5.0


@dataclass(frozen=True)
class Site:
    """The settings of a place. Each is a row of `setting`; what has no row has the default below."""

    place: str = ""
    run_by: str = ""
    is_the_council: bool = False
    paid_by: str = ""
    phone: str = ""
    phone_hours: str = ""
    post: str = ""
    drop_in: str = ""
    email: str = ""
    council_name: str = ""
    council_care_phone: str = ""
    council_care_hours: str = ""
    safeguarding_lead: str = ""
    advocate: str = ""
    moderation_hours: str = ""
    first_posts_wait: bool = True
    council_code: str = ""
    council_type: str = ""  # unitary county district metropolitan london combined
    governance: str = ""  # leader mayor committee
    nation: str = ""  # england wales scotland northern-ireland

    @property
    def set_up(self) -> bool:
        """Whether somebody has said which place this is."""
        return bool(self.place)


# What kind of council there is: said once, with who decides what, and kept here so that every page can ask.
FROM_ELSEWHERE = ("council_code", "council_type", "governance", "nation")
LABELS = {
    "place": N_("The name of the place"),
    "run_by": N_("Who runs this"),
    "is_the_council": N_("The council runs this"),
    "paid_by": N_("Who pays for it"),
    "phone": N_("Phone"),
    "phone_hours": N_("When the phone is answered"),
    "post": N_("Postal address"),
    "drop_in": N_("Where and when people can drop in"),
    "email": N_("E-mail address"),
    "council_name": N_("The name of the council"),
    "council_care_phone": N_("The council’s phone number for care"),
    "council_care_hours": N_("When that phone is answered"),
    "safeguarding_lead": N_("Who reads worries about someone’s safety"),
    "advocate": N_("Who can help a person to speak up, for free"),
    "moderation_hours": N_("When moderators look"),
    "first_posts_wait": N_("First posts by new people wait for a look"),
}


def site() -> Site:
    """Return the settings of this place, at most a few seconds old."""
    kept: tuple[float, Site] | None = current_app.extensions.get("site")
    if kept is not None and time.monotonic() - kept[0] < SECONDS_KEPT:
        return kept[1]
    found = _load()
    current_app.extensions["site"] = (time.monotonic(), found)
    return found


def fresh() -> Site:
    """Return the settings as the database holds them now: what a change is compared with."""
    return _load()


def save(values: dict[str, Any]) -> None:
    """Keep some settings; the caller commits and records the event. Raises KeyError for a name that is none."""
    known = {one.name for one in fields(Site)}
    for name, value in values.items():
        if name not in known:
            raise KeyError(name)
        db.session.merge(Setting(name=name, value=value))
    db.session.flush()
    forget()


def forget() -> None:
    """Read the settings again at the next request."""
    current_app.extensions.pop("site", None)


def _load() -> Site:
    known = {one.name for one in fields(Site)}
    rows = db.session.execute(select(Setting.name, Setting.value))
    return Site(**{name: value for name, value in rows if name in known})
