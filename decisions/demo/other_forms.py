"""What people made of issues of the demonstration in other forms: an Easy Read edition, plain summaries."""

from typing import Any

from decisions.demo.files import FOLDER, Days
from decisions.demo.people import People
from decisions.editions.checking import media_of
from decisions.editions.models import Edition, EditionFile
from decisions.summaries.models import Summary
from forum.db import db
from forum.threads.models import Thread


def load(row: dict[str, Any], thread: Thread, days: Days, people: People) -> None:
    """Load the editions and summaries of one issue."""
    for one in row.get("edition", ()):
        content = (FOLDER / one["file"]).read_bytes()
        made = Edition(thread_id=thread.id, sort=one["sort"], lang=one["lang"], made_by=one["made_by"])
        made.media, made.size = media_of(content), len(content)
        made.byline_id, made.created_at = people.byline(one["by"]).id, days.moment(one["days_ago"], 300)
        db.session.add(made)
        db.session.flush()
        db.session.add(EditionFile(edition_id=made.id, content=content))
    for one in row.get("summary", ()):
        picked = one.get("picked_days_ago")
        offered = Summary(thread_id=thread.id, text=days.words(one["text"]), byline_id=people.byline(one["by"]).id)
        offered.created_at = days.moment(one["days_ago"], 200)
        offered.picked_at = days.moment(picked, 500) if picked is not None else None
        db.session.add(offered)
    db.session.flush()
