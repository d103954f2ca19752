"""You said, we did: one page to print, of an issue or of a body."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from decisions.bodies.models import Body
from decisions.journeys.queries import shown_with
from decisions.promises import queries
from decisions.promises.kinds import Happening, Stage
from decisions.promises.models import PromiseEvent
from decisions.promises.shown import Line, lines
from decisions.promises.verdicts import queries as verdicts
from decisions.promises.verdicts import rules
from decisions.promises.verdicts.rules import Said
from forum import clock
from forum.db import db
from forum.say import N_, _, say
from forum.threads.models import Ask, Thread

MOST = 12  # promises: so that it fills one page
HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (N_("Done"), (Stage.CONFIRMED, Stage.SAYS_DONE)),
    (N_("Not yet done"), (Stage.UNDER_WAY, Stage.NOT_DONE)),
    (N_("What will not be done, and why"), (Stage.DROPPED,)),
)


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise on the sheet: `news` is what was said last of it, `why` the reason when it was dropped."""

    line: Line
    news: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page holds. `groups`: a heading, and promises; `left`: how many promises found no room; `verdicts`: what
    people affected say changed, round by round."""

    asks: list[str]
    groups: list[tuple[str, list[Promised]]]
    left: int
    verdicts: list[tuple[str, list[str]]]


def of_issue(thread: Thread) -> Sheet:
    """Return the sheet of an issue."""
    newest = select(Ask.text).where(Ask.thread_id == thread.id).order_by(Ask.number.desc()).limit(1)
    said = [one for journey in shown_with(thread.id) for one in verdicts.of_journey(journey.id)]
    return _sheet(lines(queries.of_issue(thread.id), clock.today()), list(db.session.scalars(newest)), said)


def of_body(body: Body) -> Sheet:
    """Return the sheet of a body, with what people of these issues asked for."""
    rows = queries.of_body(body.id)
    issues = queries.issues_of(row.id for row in rows)
    every = lines(rows, clock.today(), issues)
    ids = [issue.id for found in issues.values() for issue in found]
    return _sheet(every, [], [], _asks(ids))


def _sheet(every: list[Line], asks: list[str], said: list[Said], by_issue: Mapping[int, str] | None = None) -> Sheet:
    last = queries.last_events(one.id for one in every[:MOST])
    shown = [_promised(one, last.get(one.id)) for one in every[:MOST]]
    groups = [(_(heading), [one for one in shown if one.line.stage in stages]) for heading, stages in HEADINGS]
    found = [(say(rules.title(one)), [say(words) for words in rules.lines(one)]) for one in said[:2]]
    asked = asks or list(dict.fromkeys((by_issue or {}).values()))[:3]
    return Sheet(asked, [one for one in groups if one[1]], max(0, len(every) - MOST), found)


def _promised(line: Line, last: PromiseEvent | None) -> Promised:
    """A promise with what was said of it after it was made."""
    if last is None or last.kind in (Happening.PROPOSED, Happening.MADE):
        return Promised(line)
    return Promised(line, last.plain, last.reason if line.stage == Stage.DROPPED else "")


def _asks(thread_ids: list[int]) -> dict[int, str]:
    """What people ask for, the newest version of each issue. One query."""
    newest = select(Ask.thread_id, func.max(Ask.number).label("number")).group_by(Ask.thread_id).subquery()
    here = select(Ask.thread_id, Ask.text).join(
        newest, (newest.c.thread_id == Ask.thread_id) & (newest.c.number == Ask.number)
    )
    rows = db.session.execute(here.where(Ask.thread_id.in_(thread_ids)).order_by(Ask.thread_id))
    return dict(rows.all())
