"""Put an issue into the words and pictures of its page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from decisions.answers.questions import shown as questions
from decisions.issues.dates import Clock, say_until, say_way, with_promises
from decisions.issues.issue import Issue
from decisions.issues.parts import Home, PartView, home_of, name_of, part_view
from decisions.issues.records import Record, records
from decisions.issues.story import Entry, story, whys
from decisions.issues.usual import How, how, missing, notes, ways_there, where_most
from decisions.journeys.bodies import BodyFact
from decisions.journeys.counting import Counts, counts
from decisions.journeys.doors import StopToday, said, today_stops
from decisions.journeys.kinds import ENDED, Door, StopRole
from decisions.journeys.panel import panel
from decisions.journeys.short import short
from decisions.journeys.ways import WayFact, shown_ways
from decisions.promises.shown import Line, lines
from decisions.promises.verdicts import rules
from forum import clock
from forum.about.site import site
from forum.links import url_for
from forum.say import _, say, say_day, say_html


@dataclass(frozen=True, slots=True)
class DoorView:
    """One door of the picture."""

    state: str
    name: str
    said: str
    about: str
    current: bool


@dataclass(frozen=True, slots=True)
class WayView:
    """One thing a reader can do."""

    title: str
    rest: str
    url: str
    note: str = ""
    by: str = ""  # the last day, for where there is room for no more


@dataclass(frozen=True, slots=True)
class Unheard:
    """A planned day that passed without news: the page asks readers."""

    stop_id: int
    title: str
    day: str
    done: bool  # what is asked is if it was done, not what a meeting said


@dataclass(frozen=True, slots=True)
class CountsView:
    """Whether writing here counts for one body: in a sentence, the official way, and what else is known."""

    says: str
    how: str
    more: list[str]


@dataclass(frozen=True, slots=True)
class View:
    """What the template of the issue page needs of the story."""

    lead: list[Markup]
    short: list[Markup]  # who has it, who decides, when: one sentence each
    change: list[Markup]
    doors: list[DoorView]
    left_out: list[tuple[str, str]]
    ways: list[WayView]
    unheard: list[Unheard]
    counts: list[CountsView]
    clocks: list[Clock]
    checked: str
    story: list[Entry]
    entries: int  # how many there are; the newest are in the story
    how: How | None
    joined: tuple[Any, ...]
    together: tuple[Any, ...]
    records: list[Record]
    promises: list[Line]
    questions: list[questions.Line]
    said: list[tuple[str, list[str]]]  # what people affected say changed: when and how many, and how many said what
    asked: bool  # people affected can say it today
    part: str  # which of several journeys is shown in full
    home: Home | None  # the issue that it belongs to, when it is not this one
    others: list[PartView]


def view(issue: Issue, *, now: datetime) -> View:
    """Compose the page of an issue at a moment."""
    here = clock.local(now)
    today = here.date()
    stops = today_stops(issue.stop_facts, issue.now, today=today)
    bodies = _bodies(issue)
    words = panel(stops, issue.now, bodies, limits=issue.journey.limits or "", today=today, whys=whys(issue))
    titles = {stop.id: stop for stop in issue.stops}
    ended = issue.now.stage in ENDED
    return View(
        lead=[say_html(one) for one in words.lead],
        short=_short(stops, issue, bodies),
        change=[say_html(one) for one in (*words.change, *where_most(issue, stops))],
        doors=_doors(stops, titles, bodies, notes(issue, stops)),
        left_out=missing(issue, stops),
        ways=_ways(issue, stops, here, today),
        unheard=[_unheard(one, titles) for one in words.unheard],
        counts=[] if ended else _counts(stops, titles, bodies),
        clocks=with_promises(issue.deadlines, issue.promises, today),
        checked=_checked(issue),
        story=story(issue, today),
        entries=sum(len(one.short) for one in (issue, *issue.others)),
        how=how(issue),
        joined=issue.joined,
        together=issue.together,
        records=records(issue.records, today),
        promises=lines(issue.promises, today),
        questions=questions.lines(issue.questions, today),
        said=[(say(rules.title(one)), [say(words) for words in rules.lines(one)]) for one in issue.said],
        asked=issue.thread.asked_until is not None and issue.thread.asked_until >= today,
        part=name_of(issue) if issue.others else issue.journey.part or "",
        home=home_of(issue),
        others=[_other(one, here) for one in issue.others],
    )


def _other(one: Issue, here: datetime) -> PartView:
    """Another journey of the issue, in a few lines."""
    today = here.date()
    stops = today_stops(one.stop_facts, one.now, today=today)
    words = panel(stops, one.now, _bodies(one), limits=one.journey.limits, today=today, whys=whys(one))
    lead, change = [say_html(sentence) for sentence in words.lead], [say_html(sentence) for sentence in words.change]
    return part_view(one, lead, change, _ways(one, stops, here, today), today)


def _short(stops: list[StopToday], issue: Issue, bodies: dict[int, BodyFact]) -> list[Markup]:
    found = short(stops, issue.now, bodies)
    return [say_html(one) for one in (found.who, found.decides, found.when)]


def _bodies(issue: Issue) -> dict[int, BodyFact]:
    return {stop.body_id: _body(stop) for stop in issue.stops if stop.body_id is not None}


def _body(stop: Any) -> BodyFact:
    successor = BodyFact(stop.next_short, stop.next_slug) if stop.next_short else None
    return BodyFact(stop.short, stop.slug, stop.joined, stop.ended_on, successor)


def _doors(
    stops: list[StopToday], rows: dict[int, Any], bodies: dict[int, BodyFact], notes: dict[int, str]
) -> list[DoorView]:
    current = next((one for one in stops if one.open), None)
    found = []
    for one in stops:
        row, body = rows[one.fact.id], bodies.get(one.fact.body_id or 0)
        words = say(said(one, joined=body.joined if body else True))
        name = _(row.title) if one.fact.role == StopRole.HERE else row.title
        about = " ".join(part for part in (row.about, notes.get(one.fact.id, "")) if part)
        found.append(DoorView(str(one.door), name, words, about, one is current))
    return found


def _facts(issue: Issue, stops: list[StopToday]) -> list[WayFact]:
    """What people can do at the stops that are not over."""
    live = [one.fact.id for one in stops if one.open or one.ahead or one.door in (Door.OFF, Door.UNHEARD, Door.NO)]
    return [way for stop_id in live for way in issue.ways.get(stop_id, ())]


def _ways(issue: Issue, stops: list[StopToday], here: datetime, today: date) -> list[WayView]:
    place = site()
    fallback = WayFact(
        _("Write what you know in a reply here"),
        _("Or phone us: %(phone)s.", phone=place.phone) if place.phone else "",
        url_for("threads.reply", id=issue.thread.joined_to_id or issue.thread.id),
    )
    chosen = shown_ways(_facts(issue, stops), now=here, fallback=fallback, usual=ways_there(issue, stops))
    return [WayView(way.text, say_way(way, today), way.url or _guide(way), by=_by(way)) for way in chosen]


def _by(way: WayFact) -> str:
    return say_until(way.until, way.at) if way.until is not None else ""


def _guide(way: WayFact) -> str:
    return url_for("who_decides.guide", ident=way.guide) if way.guide else ""


def _unheard(one: StopToday, rows: dict[int, Any]) -> Unheard:
    day = say_day(one.state.planned_on or date.max)
    return Unheard(one.fact.id, rows[one.fact.id].title, day, one.fact.role == StopRole.CARRY_OUT)


def _counts(stops: list[StopToday], rows: dict[int, Any], bodies: dict[int, BodyFact]) -> list[CountsView]:
    """Does writing here count for the bodies that have it now?"""
    return [in_words(one) for one in counts(stops, rows, {ident: body.short for ident, body in bodies.items()})]


def in_words(one: Counts) -> CountsView:
    """Put into words whether writing here counts."""
    return CountsView(say(one.says), one.how, [say(more) for more in one.more])


def _checked(issue: Issue) -> str:
    if issue.thread.checked_on is None:
        return ""
    day = say_day(issue.thread.checked_on)
    if issue.thread.checked_by is None:
        return _("Last checked %(day)s.", day=day)
    return _("Last checked %(day)s by %(name)s, who helps run this.", day=day, name=issue.thread.checked_by)
