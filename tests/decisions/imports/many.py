"""A council with many meetings, as ModernGov would give it."""

from collections.abc import Iterator
from datetime import date, timedelta

from decisions.imports.readers.table import read
from decisions.imports.records import Asked, Found

FIRST = date(2020, 1, 1)
WORDS = "&lt;p&gt;The committee considered the report of the director and asked for more.&lt;/p&gt;" * 4


def many(meetings: int, items: int = 10) -> Iterator[Found]:
    """Yield what the service gives of so many meetings, each with its items and a paper for each."""
    asked = Asked()
    for start in range(0, meetings, 100):
        rows = "".join(
            f"<meeting><meetingid>{n}</meetingid><meetingdate>{_day(n)}</meetingdate>"
            "<meetingtime>10.00 am</meetingtime><meetingstatus>Confirmed</meetingstatus></meeting>"
            for n in range(start, min(start + 100, meetings))
        )
        yield from read("moderngov", _listed(rows).encode(), asked)
    for n in range(meetings):
        yield from read("moderngov", _meeting(n, items).encode(), asked)


def _day(number: int) -> str:
    day = FIRST + timedelta(days=number)
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _listed(rows: str) -> str:
    about = "<committeeid>1</committeeid><committeetitle>C</committeetitle>"
    return f"<getmeetings><committee>{about}{rows}</committee></getmeetings>"


def _meeting(number: int, items: int) -> str:
    rows = "".join(
        f"<agendaitem><agendaitemid>{number}-{n}</agendaitemid><agendaitemtitle>Item {n} of {number}</agendaitemtitle>"
        f"<agendatext>{WORDS}</agendatext><minutesnonemptyhtmlbody>{WORDS}</minutesnonemptyhtmlbody>"
        f"<agendaitemnumber>{n + 1}</agendaitemnumber><fulldisplaynumberformat>{n + 1}.</fulldisplaynumberformat>"
        f"<linkeddocuments><linkeddoc><attachmentid>{n}</attachmentid><title>Report {n}</title>"
        "<url>https://council.example.org/a.pdf</url></linkeddoc></linkeddocuments></agendaitem>"
        for n in range(items)
    )
    about = (
        f"<meetingid>{number}</meetingid><meetingdate>{_day(number)}</meetingdate><meetingtime>10.00 am</meetingtime>"
    )
    return f"<meeting>{about}<agendaitems>{rows}</agendaitems></meeting>"
