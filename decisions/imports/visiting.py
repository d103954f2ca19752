"""Read a source at its address: which pages are asked for, one after another, and what each gives. A page that can't
be read is told, and the others are read."""

from collections.abc import Callable, Collection, Generator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qs, urlencode, urlsplit

from decisions.imports import decision_lists
from decisions.imports.fetching import Enough
from decisions.imports.readers.table import read
from decisions.imports.readers.values import asked_for
from decisions.imports.records import Asked, Fault, Finds, Found, Record, Unreadable
from forum.say import N_

Get = Callable[[str], bytes]
# The names of the service, its methods and what they are asked with, as several public clients of it use them:
# GetCommittees; GetMeetings with lCommitteeId, sFromDate, sToDate; GetMeeting with lMeetingId.
SERVICE = "mgWebService.asmx/"
PAGES = (".aspx", ".asmx")


@dataclass(frozen=True, slots=True)
class Visit:
    """What to read: the reader, the address, the committees of ModernGov whose meetings are wanted, the range, and
    the day it is: no list of what was published goes beyond it."""

    reader: str
    address: str
    committees: Collection[str]
    asked: Asked
    today: date | None = None


def visit(wanted: Visit, get: Get) -> Finds:
    """Read all of a source. `get` gives what an address gives, and raises Unreadable. When no more may be asked in one
    turn, what was read so far counts."""
    try:
        yield from _all(wanted, get)
    except Enough as fault:
        yield Fault(wanted.address, fault.sentence)


def _all(wanted: Visit, get: Get) -> Finds:
    if wanted.reader == "moderngov":
        yield from _moderngov(wanted, get)
    elif wanted.reader == "moderngov-decisions":
        yield from decision_lists.visit(site_of(wanted.address), wanted.address, wanted.asked, wanted.today, get)
    else:
        yield from read(wanted.reader, get(wanted.address), replace(wanted.asked, base=wanted.address))


def site_of(address: str) -> str:
    """Return the address of a whole ModernGov site, without the page that somebody copied with it (pure)."""
    parts = urlsplit(address)
    path = parts.path
    at = next((path.lower().find(one) for one in PAGES if one in path.lower()), -1)
    path = path[: path.rfind("/", 0, at) + 1] if at >= 0 else path if path.endswith("/") else f"{path}/"
    return f"{parts.scheme}://{parts.netloc}{path}"


def committee_of(address: str) -> str:
    """Return the committee whose page an address is, or nothing (pure)."""
    given = {name.lower(): found for name, found in parse_qs(urlsplit(address).query).items()}
    found = (given.get("id") or given.get("cid") or given.get("cmtid") or [""])[0]
    return found if found.isascii() and found.isdigit() else ""


def _moderngov(wanted: Visit, get: Get) -> Finds:
    site, asked = site_of(wanted.address), replace(wanted.asked, base=site_of(wanted.address))
    if one := committee_of(wanted.address):
        committees: Collection[str] = [one]
    else:
        committees = wanted.committees
        yield from read("moderngov", get(_service(site, "GetCommittees")), asked)
    for committee in committees:
        meetings = yield from _listed(site, committee, asked, get)
        for ident in meetings:
            yield from _meeting(site, ident, asked, get)


def _listed(site: str, committee: str, asked: Asked, get: Get) -> Generator[Found, None, list[str]]:
    """Yield the meetings of a committee in the range; return their ids. One committee is asked for at a time: what
    means "all of them" differs from council to council."""
    days = {"sFromDate": asked_for(asked.first) if asked.first else "", "sToDate": ""}
    days["sToDate"] = asked_for(asked.last) if asked.last else ""
    address = _service(site, "GetMeetings", lCommitteeId=committee, **days)
    meetings: list[str] = []
    try:
        for found in read("moderngov", get(address), asked):
            if isinstance(found, Record) and found.kind == "meeting":
                if found.values["body"] != committee:
                    continue  # the answer is about all committees: another turn asks for the other ones
                meetings.append(found.ident)
            yield found
    except Enough:
        raise
    except Unreadable as fault:
        yield Fault(committee, fault.sentence, "meeting")
    return meetings


def _meeting(site: str, ident: str, asked: Asked, get: Get) -> Finds:
    try:
        found = list(read("moderngov", get(_service(site, "GetMeeting", lMeetingId=ident)), asked))
    except Enough:
        raise
    except Unreadable as fault:
        found = [Fault(ident, fault.sentence, "meeting", ident)]
    wrong = [one for one in found if isinstance(one, Record) and one.kind == "meeting" and one.ident != ident]
    if wrong:
        found = [Fault(ident, Unreadable(N_("The answer is about another meeting.")).sentence, "meeting", ident)]
    yield from found


def _service(site: str, name: str, **given: str) -> str:
    query = f"?{urlencode(given)}" if given else ""
    return f"{site}{SERVICE}{name}{query}"
