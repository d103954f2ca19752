"""The values of the real services, and the shapes of files, case by case."""

# ruff: noqa: E501 - the lines of others are long

from datetime import date

import pytest

from decisions.imports.comparing import gather
from decisions.imports.readers import agendas, calendars, decision_pages, pasted, popolo, sheets, values
from decisions.imports.readers.pages import plain
from decisions.imports.records import Asked, Fault
from decisions.meetings.kinds import CallIn

DETAIL = """<html><body><h1>Decision details</h1><h2>Day services</h2><form action="ieDecisionDetails.aspx?ID=77"></form>
<p><span class="mgLabel">Decision Maker: </span>Director of Adult Services</p><p>Decision status: Recommendations Approved</p>
<p>Is Key decision?: Yes</p><p>Is subject to call in?: No</p><h3>Purpose:</h3><p>To decide.</p>
<h3>Decision:</h3><p>That the service &amp;amp; its cost be agreed.</p><p>And no more.</p>
<p>Publication date: 12/02/2026</p><p>Date of decision: 10/02/2024</p><p>Effective from: 19/02/2026</p></body></html>"""
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\n{}\r\nEND:VCALENDAR\r\n"
EVENT = "BEGIN:VEVENT\r\nUID:{}\r\nSUMMARY:Cabinet\r\n{}\r\nEND:VEVENT"


@pytest.mark.parametrize(
    ("text", "found"),
    [("10/02/2026", date(2026, 2, 10)), (" 1/3/2026 ", date(2026, 3, 1)), ("2026-02-10", date(2026, 2, 10)), ("", None),
     ("10/02/2026 10:00", date(2026, 2, 10))],
)  # fmt: skip
def test_days(text: str, found: date | None) -> None:
    assert values.day(text) == found


@pytest.mark.parametrize("text", ["31/02/2026", "02/13/2026", "tomorrow", "10/02/26", "0/0/0000"])
def test_no_days(text: str) -> None:
    with pytest.raises(ValueError):
        values.day(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [("10.00 am", "10:00"), ("2 pm", "14:00"), ("12.30 pm", "12:30"), ("12.15 am", "00:15"), ("14:30", "14:30"),
     ("7.00 p.m.", "19:00"), ("noon", "12:00"), ("", None)],
)  # fmt: skip
def test_hours(text: str, found: str | None) -> None:
    assert values.hour(text) == found


@pytest.mark.parametrize("text", ["25:00", "13.00 pm", "soon", "10"])
def test_no_hours(text: str) -> None:
    with pytest.raises(ValueError):
        values.hour(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [("Health &amp;amp; Care", "Health & Care"), ("Budget PDF 119 KB", "Budget"), ("Budget (PDF, 1.2 MB)", "Budget"),
     ("Lease<span class='mgHide'> ref&#58; 13149</span>", "Lease"), ("Lease ref: 13149", "Lease"), ("A &lt;b&gt;b&lt;/b&gt;", "A b"),
     ("Costs < income", "Costs < income")],
)  # fmt: skip
def test_titles(text: str, found: str) -> None:
    assert values.title(text) == found


def test_text_of_html() -> None:
    html = "&lt;div&gt;&lt;p&gt;One\nline.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/div&gt;"
    assert plain(html).split() == ["One", "line.", "Two", "&", "three."]
    assert (values.count(" 3"), values.count("x"), values.is_true("True"), values.is_true("False")) == (
        3,
        None,
        True,
        False,
    )


def test_the_order_of_an_agenda() -> None:
    assert agendas.in_order([0, 4, 12, -1, 5]) == [0, 1, 3, 4, 2]
    assert agendas.in_order([0, 0, 0]) == [0, 1, 2]
    assert agendas.in_order([2, 0, 1]) == [1, 2, 0]


def test_the_page_of_one_decision() -> None:
    found = gather(
        decision_pages.read(DETAIL.encode(), Asked(base="https://d.example.org/ieDecisionDetails.aspx?ID=77"))
    )
    said = found.records["decision", "77"].values
    assert (said["title"], said["maker"], said["key"]) == ("Day services", "Director of Adult Services", True)
    assert said["official"] == "That the service & its cost be agreed.\nAnd no more."
    assert (said["decided_on"], said["published_on"]) == ("2024-02-10", "2026-02-12")
    assert (said["call_in"], "result" in said) == ("exempt", False)
    assert decision_pages.call_in("Not for call-in") is CallIn.EXEMPT
    assert decision_pages.call_in("2 Call-ins") is CallIn.CALLED_IN
    assert decision_pages.call_in("something else") is CallIn.UNKNOWN


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("DTSTART;TZID=Europe/London:20260701T190000", ("2026-07-01", "19:00")),
        ("DTSTART:20260701T180000Z", ("2026-07-01", "19:00")),
        ("DTSTART:20260101T190000Z", ("2026-01-01", "19:00")),
        ("DTSTART;VALUE=DATE:20260701", ("2026-07-01", None)),
        ("DTSTART:20260701T190000\r\nSTATUS:CANCELLED", ("2026-07-01", "19:00")),
    ],
)
def test_hours_on_the_wall(lines: str, found: tuple[str, str | None]) -> None:
    (record,) = gather(calendars.read(CALENDAR.format(EVENT.format("1", lines)).encode(), Asked())).records.values()
    assert (record.values["day"], record.values["starts"]) == found
    assert record.values["status"] == ("cancelled" if "CANCELLED" in lines else "planned")


def test_an_event_that_comes_again() -> None:
    rule = "DTSTART;TZID=Europe/London:20260306T190000\r\nRRULE:FREQ=MONTHLY;COUNT=3\r\nEXDATE;TZID=Europe/London:20260506T190000"
    moved = "RECURRENCE-ID;TZID=Europe/London:20260406T190000\r\nDTSTART;TZID=Europe/London:20260408T193000"
    text = CALENDAR.format(f"{EVENT.format('1', rule)}\r\n{EVENT.format('1', moved)}")
    found = gather(calendars.read(text.encode(), Asked())).records
    assert {name[1]: (one.values["day"], one.values["starts"]) for name, one in found.items()} == {
        "1/2026-03-06": ("2026-03-06", "19:00"), "1/2026-04-06": ("2026-04-08", "19:30"),
    }  # fmt: skip


def test_one_bad_event_and_one_outside() -> None:
    events = [
        EVENT.format("1", "DTSTART:2026"),
        EVENT.format("2", "DTSTART:20260701T190000"),
        EVENT.format("3", "DTSTART:19990101"),
    ]
    asked = Asked(date(2026, 1, 1), date(2026, 12, 31))
    found = gather(calendars.read(CALENDAR.format("\r\n".join(events)).encode(), asked))
    assert [name[1] for name in found.records] == ["2"]
    assert len(found.faults) == 2


def test_a_table() -> None:
    text = 'Date;Committee;Title;Time\n10/02/2026;Cabinet;"Budget; first";10.00 am\n31/02/2026;Cabinet;Bad;\n;;;\n'
    found = list(sheets.read(text.encode(), Asked()))
    assert [one.where for one in found if isinstance(one, Fault)] == ["3"]
    said = [one.values for name, one in gather(iter(found)).records.items() if name[0] == "meeting"]
    assert said == [{"body": "Cabinet", "day": "2026-02-10", "title": "Budget; first", "starts": "10:00"}]
    for kind in sheets.SHEETS:
        assert len(gather(sheets.read(sheets.template(kind).encode(), Asked())).records) == 2


def test_popolo_in_one_list() -> None:
    text = b"""[{"id": "a'b/1", "name": "Jo", "memberships": [{"organization_id": "o/1", "role": "Chair", "start_date": "2020"}]},
    {"id": "o/1", "name": "Council", "classification": "legislature"}, {"person_id": "nobody", "organization_id": "o/1"}]"""
    found = gather(popolo.read(text, Asked()))
    seats = [one.values for name, one in found.records.items() if name[0] == "seat"]
    assert seats == [
        {"body": "o/1", "holder": "Jo", "role": "Chair", "area": "", "party": "", "from": None, "to": None}
    ]
    assert len(found.faults) == 1


def test_the_items_of_a_text() -> None:
    text = "Cabinet\nTuesday 10 February\n10.00 am Town Hall\n\nItem 1: Apologies\n2. Minutes\nPage 2 of 9\nTo agree\n1. that\n3) Day services\n"
    items = pasted.split(text)
    assert [(one.number, one.title, one.text) for one in items] == [
        ("1", "Apologies", ""), ("2", "Minutes", "To agree\n1. that"), ("3", "Day services", ""),
    ]  # fmt: skip
    assert [(one.number, one.title) for one in pasted.split(pasted.whole(items))] == [
        (one.number, one.title) for one in items
    ]
