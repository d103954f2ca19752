"""What is shown of all that people can do: which days, in which order, narrowed to what was chosen."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.issues.choosing import Chosen
from decisions.issues.week.asked import Asked, Span
from decisions.issues.week.things import About, Kind, Thing, Wanted, any_day, by_day, is_wanted, next_day

TODAY = date(2026, 11, 23)
BUS = About(1, "bus", "The bus", "transport", "riverside")
LIFT = About(2, "lift", "The lift", "housing", None)
PAGE = ("issues.page", {"id": 1, "slug": "bus"})


def thing(after: int | None = 0, **more: object) -> Thing:
    """Something that ends so many days after today."""
    day = None if after is None else TODAY + timedelta(days=after)
    return Thing(**{"kind": Kind.LAST_DAY, "what": "Ask", "page": PAGE, "day": day, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(("span", "first", "last"), [(Span.WEEK, 0, 7), (Span.NEXT, 8, 14), (Span.ALL, 0, 92)])
def test_which_days(span: Span, first: int, last: int) -> None:
    found = Asked(span, Chosen({}), {}).days(TODAY)
    assert found == (TODAY + timedelta(days=first), TODAY + timedelta(days=last))


def test_the_address_keeps_what_was_chosen() -> None:
    here = Asked(Span.WEEK, Chosen({"topic": "transport"}), {})
    assert here.address() == {"topic": "transport"}
    assert here.address(Span.NEXT) == {"topic": "transport", "days": "next"}


ABOUT_BUS = {"about": (BUS,), "body_slug": "council"}


@pytest.mark.parametrize(
    ("one", "wanted", "fits"),
    [
        (thing(), Wanted(), True),
        (thing(kind=Kind.MEETING), Wanted(kind="meeting"), True),
        (thing(), Wanted(kind="meeting"), False),
        (thing(**ABOUT_BUS), Wanted(topic="transport"), True),
        (thing(**ABOUT_BUS), Wanted(topic="housing"), False),
        (thing(), Wanted(topic="transport"), False),
        (thing(**ABOUT_BUS), Wanted(place="riverside"), True),
        (thing(about=(LIFT,)), Wanted(place="riverside"), False),
        (thing(about=(BUS, LIFT)), Wanted(topic="housing", place="riverside"), False),  # not of one issue
        (thing(**ABOUT_BUS), Wanted(body="council"), True),
        (thing(**ABOUT_BUS), Wanted(body="board", of_body=frozenset({1})), False),  # it has a body of its own
        (thing(about=(BUS,)), Wanted(body="board", of_body=frozenset({1})), True),
        (thing(about=(LIFT,)), Wanted(body="board", of_body=frozenset({1})), False),
        (thing(**ABOUT_BUS), Wanted(body="council", topic="transport", kind="meeting"), False),
    ],
)
def test_what_is_wanted(one: Thing, wanted: Wanted, fits: bool) -> None:
    assert is_wanted(one, wanted) is fits


def test_a_day_begins_with_what_has_an_hour() -> None:
    late, early = thing(what="late", hour=time(19)), thing(what="early", hour=time(9))
    (day,) = by_day([thing(what="no hour"), late, early], TODAY, TODAY)
    assert [one.what for one in day.things] == ["early", "late", "no hour"]


DAYS = st.lists(st.one_of(st.none(), st.integers(-10, 120)), max_size=20)


@given(DAYS, st.sampled_from(Span))
def test_each_thing_stands_on_its_own_day_once(days: list[int | None], span: Span) -> None:
    things = [thing(after) for after in days]
    first, last = Asked(span, Chosen({}), {}).days(TODAY)
    shown = by_day(things, first, last)
    assert [one.day for one in shown] == sorted({one.day for one in shown})
    assert all(it.day == one.day for one in shown for it in one.things)
    wanted = [one for one in things if one.day is not None and first <= one.day <= last]
    assert sorted(one.day for day in shown for one in day.things) == sorted(one.day for one in wanted)  # type: ignore[type-var]
    later = next_day(things, last)
    assert later is None or (later > last and later in [one.day for one in things])


@given(st.lists(st.tuples(st.booleans(), st.one_of(st.none(), st.integers(0, 60))), max_size=20))
def test_what_can_be_done_on_any_day_stands_once(rows: list[tuple[bool, int | None]]) -> None:
    things, last = [thing(after, now=now) for now, after in rows], TODAY + timedelta(days=7)
    found = any_day(things, last)
    assert all(one.now and (one.day is None or one.day > last) for one in found)
    told = [id(one) for day in by_day(things, TODAY, last) for one in day.things] + [id(one) for one in found]
    assert len(told) == len(set(told))
    assert {id(one) for one in things if one.now} <= set(told)
