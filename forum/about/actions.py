"""Change the settings of the place. Callers commit."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from forum.about.site import Site, save
from forum.history.actions import record
from forum.people.actions import EVERYWHERE


def change_settings(now: Site, values: dict[str, Any], *, by: int | None, on: datetime) -> list[str]:
    """Keep the settings that differ from what holds now, and return their names.

    The account keeps which settings changed, not their words: some are names of people.
    """
    before = asdict(now)
    changed = {name: value for name, value in values.items() if before[name] != value}
    if changed:
        save(changed)
        record("changed_settings", EVERYWHERE, by=by, on=on, names=sorted(changed))
    return list(changed)
