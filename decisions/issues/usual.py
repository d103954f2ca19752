"""What the usual steps say on the page of an issue: ways to have a say, where people change most, what is not usual."""

from decisions.issues.issue import Issue
from decisions.journeys.doors import StopToday
from decisions.journeys.kinds import ENDED
from decisions.journeys.sureness import is_sure
from decisions.journeys.usual import comparing, doing
from decisions.journeys.usual.comparing import Taken
from decisions.journeys.usual.doing import Last
from decisions.journeys.ways import WayFact
from forum.say import Sentence, _


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
    usual = {one.id for one in issue.usual.steps}
    passed = [one.fact.id for one in stops if one.passed_over and _step(issue, one.fact.id) in usual]
    return found | {one: _(comparing.LEFT_OUT) for one in passed}


def missing(issue: Issue, *, ended: bool) -> list[str]:
    """Return a line for each usual step that is no step here."""
    if issue.usual is None or ended:
        return []
    steps = comparing.left_out(issue.usual, _taken(issue))
    return [f"{one.name}: {_(comparing.LEFT_OUT)}" for one in steps]


def _current(issue: Issue, stops: list[StopToday]) -> list[tuple[int, str]]:
    """The stops where the issue is today, then the next one ahead, each with its usual step."""
    here = [one.fact.id for one in stops if one.open]
    ahead = [one.fact.id for one in stops if one.ahead and one.fact.id not in here][:1]
    return [(one, step) for one in (*here, *ahead) if (step := _step(issue, one))]


def _step(issue: Issue, stop_id: int) -> str:
    return next((str(one.step) for one in issue.stops if one.id == stop_id), "")


def _taken(issue: Issue) -> list[Taken]:
    return [Taken(one.id, one.role, one.step) for one in issue.stops]


def _lasts(issue: Issue) -> dict[tuple[int, str], Last]:
    """The last days that clocks give, by stop and clock."""
    return {(one.stop_id, one.rule): Last(one.due_on, one.at, sure=is_sure(one)) for one in issue.deadlines if one.rule}
