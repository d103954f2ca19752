"""What the usual steps say on the page of an issue: ways to have a say, where people change most, what is not usual."""

from collections.abc import Collection
from dataclasses import dataclass

from decisions.issues.issue import Issue
from decisions.journeys.doors import StopToday
from decisions.journeys.kinds import ENDED
from decisions.journeys.sureness import is_sure
from decisions.journeys.usual import comparing, doing
from decisions.journeys.usual.comparing import Taken
from decisions.journeys.usual.doing import Last
from decisions.journeys.usual.rules import is_stop
from decisions.journeys.ways import WayFact
from decisions.pathways.fitting import Fitted
from forum.links import url_for
from forum.say import Sentence, _


@dataclass(frozen=True, slots=True)
class How:
    """How a decision like this is usually made: what it is called, its page, and its steps as long as the issue has
    none of its own; or how such a thing is started, which nobody has to decide."""

    name: str
    url: str
    steps: tuple[tuple[str, bool], ...] = ()  # the name, and whether it is not always taken
    start: bool = False


def how(issue: Issue) -> How | None:
    """Return how a decision like this is usually made: from the journey, else from what the issue was raised from."""
    row = issue.thread
    if issue.usual is not None:
        return How(issue.usual.pathway.name, _page(issue.usual))
    if issue.asked is not None:
        url = _page(issue.asked)
        if row.asked_topic:
            url = url_for("who_decides.ask", topic=row.asked_topic, given=row.asked_given)
        steps = tuple((one.name, one.optional) for one in issue.asked.steps if is_stop(one))
        return How(issue.asked.pathway.name, url, steps)
    if row.asked_start:
        return How("", url_for("who_decides.start_it", ident=row.asked_start), start=True)
    return None


def _page(of: Fitted) -> str:
    """The page of a pathway with its changes, for good."""
    return url_for("who_decides.how", ident=of.pathway.id, **{"with": [one.id for one in of.chosen]})


def ways_there(issue: Issue, stops: list[StopToday]) -> list[WayFact]:
    """Return what people can usually do at the steps where the issue is now, or at the next one."""
    if issue.usual is None or issue.now.stage in ENDED:
        return []
    return doing.usual_ways(issue.usual, _current(issue, stops), _lasts(issue))


def where_most(issue: Issue, stops: list[StopToday]) -> list[Sentence]:
    """Return where people can change most at the steps where the issue is now."""
    if issue.usual is None or issue.now.stage in ENDED:
        return []
    found = doing.where_most(issue.usual, _current(issue, stops))[:1]
    return [Sentence("%(words)s", {"words": one}) for one in found]


def notes(issue: Issue, stops: list[StopToday]) -> dict[int, str]:
    """Return what is said of the stops that differ from what is usual, by their ids."""
    if issue.usual is None:
        return {}
    found = {one: _(comparing.NOT_USUAL) for one in comparing.not_usual(issue.usual, _taken(issue))}
    usual = {one.id for one in issue.usual.steps if comparing.is_missed(one)}
    passed = [one.fact.id for one in stops if one.passed_over and _step(issue, one.fact.id) in usual]
    return found | {one: _(comparing.LEFT_OUT) for one in passed}


def missing(issue: Issue, stops: list[StopToday]) -> list[tuple[str, str]]:
    """Return each usual step that is no step here: its name, and what is said of it."""
    if issue.usual is None or issue.now.stage in ENDED:
        return []
    begun = {one.fact.id for one in stops if one.open or one.state.touched}
    return [(one.name, _(words)) for one, words in comparing.left_out(issue.usual, _taken(issue, begun))]


def _current(issue: Issue, stops: list[StopToday]) -> list[tuple[int, str]]:
    """The stops where the issue is today, then the next one ahead, each with its usual step."""
    here = [one.fact.id for one in stops if one.open]
    ahead = [one.fact.id for one in stops if one.ahead and one.fact.id not in here][:1]
    return [(one, step) for one in (*here, *ahead) if (step := _step(issue, one))]


def _step(issue: Issue, stop_id: int) -> str:
    return next((str(one.step) for one in issue.stops if one.id == stop_id), "")


def _taken(issue: Issue, begun: Collection[int] = ()) -> list[Taken]:
    return [Taken(one.id, one.role, one.step, one.id in begun) for one in issue.stops]


def _lasts(issue: Issue) -> dict[tuple[int, str], Last]:
    """The last days that clocks give, by stop and clock."""
    return {(one.stop_id, one.rule): Last(one.due_on, one.at, sure=is_sure(one)) for one in issue.deadlines if one.rule}
