"""What you can do: at most three ways, soonest closing first, always one that needs no speaking in public."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from decisions.journeys.ways import WayFact, open_ways, shown_ways
from tests.decisions.journeys.told import day

NOON = datetime.combine(day(10), time(12), tzinfo=ZoneInfo("Europe/London"))
WRITE = WayFact("Write to your councillor")


def shown(*ways: WayFact) -> list[str]:
    return [way.text for way in shown_ways(ways, now=NOON, fallback=WRITE)]


def test_soonest_closing_first_and_without_a_last_day_at_the_end() -> None:
    ways = [WayFact("any time"), WayFact("later", until=day(30)), WayFact("sooner", until=day(12))]
    assert shown(*ways) == ["sooner", "later", "any time"]


def test_at_most_three() -> None:
    assert shown(*[WayFact(str(one), until=day(one)) for one in (15, 14, 13, 12)]) == ["12", "13", "14"]


def test_the_hour_counts_on_the_last_day() -> None:
    ways = [
        WayFact("over since noon", until=day(10), at=time(12)),
        WayFact("until one", until=day(10), at=time(13)),
        WayFact("all of today", until=day(10)),
        WayFact("yesterday", until=day(9)),
    ]
    assert [way.text for way in open_ways(ways, now=NOON)] == ["until one", "all of today"]


def test_one_way_needs_no_speaking_in_public() -> None:
    speak = [WayFact(f"speak {one}", until=day(one), speaking=True) for one in (11, 12, 13)]
    assert shown(*speak) == ["speak 11", "speak 12", "Write to your councillor"]
    assert shown(*speak, WayFact("a letter", until=day(20))) == ["speak 11", "speak 12", "a letter"]
    assert shown(WayFact("a letter", until=day(20)), *speak) == ["speak 11", "speak 12", "a letter"]


def test_nothing_typed_still_leaves_something_to_do() -> None:
    assert shown() == ["Write to your councillor"]
    assert shown(WayFact("over", until=day(1))) == ["Write to your councillor"]
    assert shown(WayFact("speak", speaking=True)) == ["speak", "Write to your councillor"]
