"""Read ModernGov's lists of decisions page by page: a list shows the decisions of some days, so it is asked for one
stretch of days after another, the newest first, and each decision's own page once.

A stretch without any decision is no fault. A server that gives the same list whatever it is asked is asked no further.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from decisions.imports.fetching import Enough
from decisions.imports.readers.table import read
from decisions.imports.readers.values import asked_for
from decisions.imports.records import Asked, Fault, Finds, Found, Record, Unreadable
from forum.say import N_, Sentence

STRETCH = timedelta(days=30)  # longer ones make some councils' servers give up
MOST_PAGES = 60
LISTS = ("mgdelegateddecisions.aspx", "mglistofficerdecisions.aspx")
USUAL = {"K": "0", "V": "0", "DM": "0", "HD": "0", "DS": "2"}  # all makers, key or not, published ones
NOT_ALL = N_("The list is longer than one turn may read. Ask for fewer days.")


def visit(site: str, address: str, asked: Asked, today: date | None, get: Callable[[str], bytes]) -> Finds:
    """Read a list and the decisions on it, or the page of one. Arguments: the address of the whole site and the one
    that a person gave, the days asked for, the day it is, and what gives what an address gives. Raises Unreadable
    when no page of the list could be read."""
    path = urlsplit(address).path.lower()
    if path.endswith(".aspx") and not path.endswith(LISTS):
        yield from read("moderngov-decisions", get(address), replace(asked, base=address))
        return
    address = address if path.endswith(LISTS) else urljoin(site, "mgDelegatedDecisions.aspx")
    seen: set[str] = set()
    empty: list[Unreadable] = []
    for page in pages(address, asked, today):
        listed = _listed(page, address, asked, get, empty)
        idents = {one.ident for one in listed if isinstance(one, Record | Fault) and one.ident}
        if idents and idents <= seen:
            break
        yield from _with_pages([one for one in listed if getattr(one, "ident", "") not in seen], address, asked, get)
        seen |= idents
    if empty and not seen:
        raise empty[0]
    if _count(asked, today) > MOST_PAGES:
        yield Fault(address, Sentence(NOT_ALL))


def _listed(page: str, address: str, asked: Asked, get: Callable[[str], bytes], empty: list[Unreadable]) -> list[Found]:
    """Read one page of a list. What could not be fetched is told; one with nothing on it is put into `empty`."""
    try:
        data = get(page)
    except Enough:
        raise
    except Unreadable as fault:
        return [Fault(page, fault.sentence, "decision")]
    try:
        return list(read("moderngov-decisions", data, replace(asked, base=address)))
    except Unreadable as fault:
        empty.append(fault)
        return []


def pages(address: str, asked: Asked, today: date | None) -> Iterator[str]:
    """Yield the addresses of a list, the newest days first; the address alone when no days are asked for (pure)."""
    last = _last(asked, today)
    if asked.first is None or last is None:
        yield address
        return
    parts = urlsplit(address)
    given = {**USUAL, **{name.upper(): word for name, word in parse_qsl(parts.query, keep_blank_values=True)}}
    for _turn in range(min(MOST_PAGES, _count(asked, today))):
        first = max(asked.first, last - STRETCH)
        days = {"DR": f"{asked_for(first)}-{asked_for(last)}", "ACT": "Find", "RP": "0"}
        yield urlunsplit(parts._replace(query=urlencode({**given, **days})))
        last = first - timedelta(days=1)


def _last(asked: Asked, today: date | None) -> date | None:
    """The last day that a list can hold: nothing was published after today."""
    return min((day for day in (asked.last, today) if day is not None), default=None)


def _count(asked: Asked, today: date | None) -> int:
    """How many pages a whole list takes."""
    last = _last(asked, today)
    if asked.first is None or last is None:
        return 1
    return max(1, -(-((last - asked.first).days + 1) // (STRETCH.days + 1)))


def _with_pages(listed: list[Found], address: str, asked: Asked, get: Callable[[str], bytes]) -> Finds:
    """Yield what a list holds, and of each decision what its own page says."""
    for found in listed:
        yield found
        if isinstance(found, Record) and found.address != address:
            try:
                yield from list(read("moderngov-decisions", get(found.address), replace(asked, base=found.address)))
            except Enough:
                raise
            except Unreadable as fault:
                yield Fault(found.ident, fault.sentence, "decision", found.ident)
