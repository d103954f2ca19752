"""All files of data, and what stands at the head of each."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for

from decisions.data_out.file import File
from decisions.data_out.files import decided, issues, log, meetings, moves, promised
from forum import clock
from forum.about.site import site
from forum.say import N_, _

FILES: dict[str, File] = {
    one.name: one
    for one in (
        issues.FILE, moves.FILE, meetings.FILE, meetings.ITEMS, decided.FILE, promised.FILE, promised.EVENTS, log.FILE,
    )
}  # fmt: skip
ASK_FIRST = N_("Ask the people who run this before you publish it again.")
NOT_OURS = N_("The words of councils and other bodies stay under their own licence. Look at the source of each.")


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which licence what was written here may be used."""

    name: str
    url: str


def licence() -> Licence:
    """Return the licence that whoever runs the place gives (setting `DATA_LICENCE`). While they give none, its name is
    empty: what members wrote is theirs, and we can't give it away for them."""
    name, _space, url = str(current_app.config["DATA_LICENCE"]).strip().rpartition(" ")
    return Licence(name, url) if name and "://" in url else Licence(f"{name} {url}".strip(), "")


def head(title: str) -> dict[str, Any]:
    """Return what stands at the head of a file for programs: what it is, whose, when made, under which licence."""
    given = licence()
    return {
        "title": title,
        "place": site().place,
        "run_by": site().run_by,
        "made_at": clock.local(clock.now()).isoformat(timespec="seconds"),
        "licence": {"name": given.name or _(ASK_FIRST), "url": given.url, "about": _(NOT_OURS)},
        "about": url_for("data_out.index", _external=True),
    }
