"""Read ModernGov's pages of decisions (pure): the list, and the page of one. The web service knows no decisions.

The day in the list is the day of publication; the day of the decision stands on its own page, and the two can be years
apart. The result is never guessed: what the page calls the status is remembered, and a person says what it means.
"""

import re
from typing import Any

from decisions.imports.readers import values
from decisions.imports.readers.letters import text_of
from decisions.imports.readers.pages import Cell, Page, Row, is_deep, plain, read_page
from decisions.imports.readers.values import BAD_DAY
from decisions.imports.records import Asked, Covered, Fault, Finds, Record, Unreadable
from decisions.meetings.kinds import CallIn
from forum.say import N_, Sentence

MOST_PAGE = 3_000_000  # characters
DETAIL = re.compile(r"ieDecisionDetails\.aspx\?(?:[^\"'#]*&)?(?:AI)?ID=(\d+)", re.IGNORECASE)
REF = re.compile(r"\bref:\s*(\d+)", re.IGNORECASE)
NAMES = {"title": "title", "date": "published_on", "published": "published_on", "effective from": "in_force_on"}
NAMES |= {"date of decision": "decided_on", "decision date": "decided_on", "call-ins": "call_in", "call-in": "call_in"}
DAYS = ("published_on", "decided_on", "in_force_on")
LABELS = {
    "decision maker": "maker", "decision status": "status", "is key decision?": "key",
    "is subject to call in?": "call_in", "publication date": "published_on", "date of decision": "decided_on",
    "effective from": "in_force_on", "decision": "official", "decisions": "official",
}  # fmt: skip
OTHERS = (
    "purpose", "reasons for the decision", "alternative options considered", "accompanying documents", "report author",
    "contact", "wards affected", "declarations", "details", "notice of proposed decision", "financial implications",
    "decision due date", "expiry date for call-in", "date of urgency agreement", "made by",
    "other reasons / organisations consulted",
)  # fmt: skip
LABEL = re.compile(r"^([^:]{2,60}?)\s*:\s*(.*)$", re.DOTALL)


def read(data: bytes, asked: Asked) -> Finds:
    """Read a list of decisions, or the page of one. Raises Unreadable."""
    html = text_of(data, page=True)
    if len(html) > MOST_PAGE or is_deep(html):
        raise Unreadable(N_("The page is too long, or put together too oddly, to be a list of decisions."))
    page = read_page(html)
    rows = [row for row in page.rows if any(DETAIL.search(cell.link) for cell in row.cells)]
    if rows or any("mgtabtable" in part for part in (html[:MOST_PAGE].lower(),)):
        yield from _list(page, rows, asked)
    elif "decision maker" in html.lower():
        yield from _one(page, html, asked)
    else:
        raise Unreadable(N_("This page has no decision on it that we can find."))


def _list(page: Page, rows: list[Row], asked: Asked) -> Finds:
    heads = next((row.cells for row in page.rows if row.cells and all(cell.head for cell in row.cells)), [])
    names = [NAMES.get(" ".join(cell.text.lower().split()), "") for cell in heads]
    days: list[str] = []
    for row in rows:
        for found in _row(row.cells, names, asked):
            if isinstance(found, Record) and found.values.get("published_on"):
                days.append(str(found.values["published_on"]))
            yield found
    if days:
        yield Covered("decision", {}, ("published_on", min(days), max(days)))


def _row(cells: list[Cell], names: list[str], asked: Asked) -> Finds:
    at, ident = next((at, found[1]) for at, cell in enumerate(cells) if (found := DETAIL.search(cell.link)))
    said: dict[str, Any] = {"title": values.title(cells[at].text)}
    where = said["title"] or ident
    for name, cell in zip(names, cells, strict=False):
        if name in DAYS:
            try:
                said[name] = values.iso_day(cell.text)
            except ValueError:
                yield Fault(where, Sentence(BAD_DAY, {"given": cell.text.strip()}), "decision", ident)
                return
        elif name == "call_in":
            said[name] = str(call_in(cell.text))
    yield from _kept(ident, said, where, asked)


def _one(page: Page, html: str, asked: Asked) -> Finds:
    ident = next((found[1] for text in (asked.base, *page.links) if (found := DETAIL.search(text))), "")
    ident = ident or next((found[1] for found in [REF.search(html)] if found), "")
    if not ident:
        raise Unreadable(N_("This page does not say which decision it is. Bring in its address instead."))
    parts = _labelled(page.lines)
    said: dict[str, Any] = {"title": values.title(parts.pop("title", ""))}
    for name, text in parts.items():
        if name in DAYS:
            try:
                said[name] = values.iso_day(text)
            except ValueError:
                yield Fault(ident, Sentence(BAD_DAY, {"given": text}), "decision", ident)
        elif name == "key":
            said[name] = {"yes": True, "no": False}.get(text.lower())
        elif name == "call_in":
            said[name] = str({"no": CallIn.EXEMPT}.get(text.lower(), CallIn.UNKNOWN))
        else:
            said[name] = plain(text)
    yield from _kept(ident, said, said["title"] or ident, asked)


def _kept(ident: str, said: dict[str, Any], where: str, asked: Asked) -> Finds:
    day = said.get("published_on") or said.get("decided_on")
    if day and not asked.holds(values.day(day) or asked.first):  # type: ignore[arg-type]
        text = N_("%(day)s is outside the days that we asked for.")
        yield Fault(where, Sentence(text, {"day": values.day(day)}), "decision", ident)
        return
    base = asked.base.partition("?")[0].rsplit("/", 1)[0]
    address = f"{base}/ieDecisionDetails.aspx?ID={ident}" if asked.base else ""
    yield Record("decision", ident, said | ({"url": address} if address else {}), address)


def _labelled(lines: list[str]) -> dict[str, str]:
    """Sort the lines of a page under its labels. The title is the line before the first label, its heading left out."""
    found: dict[str, str] = {}
    name, before = "", ""
    for line in lines:
        label = LABEL.match(line)
        word = label[1].strip().lower() if label else ""
        if label and (word in LABELS or word in OTHERS):
            if "title" not in found:
                found["title"] = before
            name = LABELS.get(word, "")
            if name and name not in found:
                found[name] = label[2].strip()
        elif name == "official":
            found[name] = f"{found[name]}\n{line}".strip()
        elif name and not found[name]:
            found[name] = line
        elif name:
            name = ""
        before = line
    return found


def call_in(text: str) -> CallIn:
    """Read what a list says about another look at a decision."""
    word = " ".join(text.lower().replace("-", " ").split())
    if word in ("not for call in", "not subject to call in", "exempt", "call in waived"):
        return CallIn.EXEMPT
    if word in ("call in expired", "not called in", "no call in"):
        return CallIn.NOT_CALLED_IN
    if word in ("called in",) or re.fullmatch(r"[1-9]\d* call ins?", word):
        return CallIn.CALLED_IN
    return CallIn.UNKNOWN
