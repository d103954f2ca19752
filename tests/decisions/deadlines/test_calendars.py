"""Bank holidays: the data against the law's rules, the calendars that hold others, the breaks of parish councils."""

from datetime import date, timedelta

import pytest

from decisions.deadlines.calendars import NATIONS, calendar_of, easter
from forum.refusal import Refusal
from forum.say import Sentence
from tests.decisions.deadlines.england import CALENDARS

DAY = timedelta(1)
YEARS = range(2024, 2031)
EASTERS = {
    2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21),
    1961: (4, 2), 2038: (4, 25), 2285: (3, 22),
}  # fmt: skip


def monday(year: int, month: int, *, last: bool = False) -> date:
    day = date(year, month, 31 if month in (5, 8) else 30) if last else date(year, month, 1)
    while day.weekday() != 0:
        day += -DAY if last else DAY
    return day


def moved(*days: date) -> set[date]:
    """Fixed days; those on a weekend move to the next weekday that is free."""
    found = {day for day in days if day.weekday() < 5}
    for day in days:
        if day.weekday() >= 5:
            free = next(
                day + DAY * n for n in range(1, 8) if (day + DAY * n).weekday() < 5 and day + DAY * n not in found
            )
            found.add(free)
    return found


def by_law(nation: str, year: int) -> set[date]:
    """The bank holidays of a nation by the rules of the law and of custom."""
    friday = date(year, *EASTERS[year]) - 2 * DAY
    days = {friday, monday(year, 5), monday(year, 5, last=True)}
    days |= moved(date(year, 12, 25), date(year, 12, 26))
    if nation == "scotland":
        days |= moved(date(year, 1, 1), date(year, 1, 2)) | moved(date(year, 11, 30)) | {monday(year, 8)}
        return days | ({date(2026, 6, 15)} if year == 2026 else set())
    days |= moved(date(year, 1, 1)) | {friday + 3 * DAY, monday(year, 8, last=True)}
    if nation == "northern-ireland":
        days |= moved(date(year, 3, 17)) | moved(date(year, 7, 12))
    return days


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("year", YEARS)
def test_bank_holidays_follow_the_law(nation: str, year: int) -> None:
    calendar = calendar_of(nation, CALENDARS)
    assert {day for day in calendar.off if day.year == year} == by_law(nation, year)
    assert all(off.expected == (year > 2028) for day, off in calendar.off.items() if day.year == year)


@pytest.mark.parametrize("year", EASTERS)
def test_easter(year: int) -> None:
    assert easter(year) == date(year, *EASTERS[year])


def test_any_part_of_the_kingdom_holds_all_nations() -> None:
    any_uk = calendar_of("any-uk", CALENDARS)
    assert set(any_uk.off) == {day for one in NATIONS for day in calendar_of(one, CALENDARS).off}
    extra = {date(2026, 1, 2), date(2026, 3, 17), date(2026, 6, 15), date(2026, 7, 13), date(2026, 8, 3)}
    extra.add(date(2026, 11, 30))
    england = calendar_of("england-wales", CALENDARS)
    assert {day for day in any_uk.off if day.year == 2026 and day not in england.off} == extra
    assert any_uk.off[date(2026, 12, 25)].where == NATIONS


def test_parish_breaks() -> None:
    parish = calendar_of("parish", CALENDARS)
    december = [day.day for day in sorted(parish.off) if (day.year, day.month) == (2026, 12)]
    april = [day.day for day in sorted(parish.off) if (day.year, day.month) == (2026, 4)]
    assert december == [24, 25, 26, 27, 28, 29]
    assert april == [2, 3, 4, 5, 6, 7]
    before_monday = [day.day for day in sorted(parish.off) if (day.year, day.month) == (2028, 12)]
    assert before_monday == [22, 23, 24, 25, 26, 27]  # Christmas Day is a Monday


def test_a_calendar_knows_only_its_years() -> None:
    for ident in CALENDARS:
        calendar = calendar_of(ident, CALENDARS)
        assert calendar.years == (2024, 2030)
        assert calendar.knows(date(2030, 12, 31))
        assert not calendar.knows(date(2031, 1, 1))
        assert not calendar.knows(date(2023, 12, 31))


def test_a_place_adds_a_day_of_mourning() -> None:
    parish = {**CALENDARS["parish"], "holidays": [{"day": "2026-09-15", "name": "Day of mourning"}]}
    calendar = calendar_of("parish", {**CALENDARS, "parish": parish})
    assert date(2026, 9, 15) in calendar.off
    assert calendar.years == (2024, 2030)


def test_what_cannot_be_read_is_a_sentence() -> None:
    with pytest.raises(Refusal) as unknown:
        calendar_of("france", CALENDARS)
    assert unknown.value.sentence.values["id"] == "france"
    for wrong in ({"day": "soon", "name": "x"}, {"name": "x"}, {"day": "2026-01-01"}, "2026-01-01"):
        with pytest.raises(Refusal) as refusal:
            calendar_of("one", {"one": {"id": "one", "holidays": [wrong]}})
        assert isinstance(refusal.value.sentence, Sentence)
