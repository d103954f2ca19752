"""Read the answers of ModernGov's web service (pure): its committees, their meetings, one meeting with all it has.

Its ways: days are dd/mm/yyyy, and a question with another kind of date is answered with everything there is, so each
day is checked against the range asked for. Texts are HTML, encoded once or twice. Yes and no are "True" and "False", a
count has a space before it, the time is "10.00 am". What it does not say is left out of a record, never guessed.
"""

from collections.abc import Callable, Iterator
from typing import Any

from decisions.imports.readers import values
from decisions.imports.readers.agendas import agenda
from decisions.imports.readers.papers import linked
from decisions.imports.readers.values import BAD_DAY
from decisions.imports.readers.xml import Element, tree
from decisions.imports.records import Asked, Covered, Fault, Finds, Record, Unreadable
from decisions.meetings.kinds import Attended, Status
from forum.say import N_, Sentence

STATUSES = {
    "confirmed": Status.CONFIRMED, "provisional": Status.PLANNED, "planned": Status.PLANNED,
    "cancelled": Status.CANCELLED, "canceled": Status.CANCELLED, "postponed": Status.PUT_OFF,
    "deferred": Status.PUT_OFF, "adjourned": Status.PUT_OFF,
}  # fmt: skip
ATTENDED = {
    "expected": Attended.EXPECTED, "present": Attended.PRESENT, "in attendance": Attended.PRESENT,
    "apologies": Attended.APOLOGIES, "absent": Attended.ABSENT,
}  # fmt: skip
BAD_HOUR = N_("“%(given)s” is not a time that we can read. The meeting is kept without it.")
OUTSIDE = N_("%(day)s is outside the days that we asked for.")
NO_ID = N_("It has no id at the source.")


def read(data: bytes, asked: Asked) -> Finds:
    """Read one answer of the service. Raises Unreadable."""
    root = tree(data)
    if root.tag == "string" and root.text:  # some servers put the whole answer into a text
        root = tree(root.text.encode())
    readers: dict[str, Callable[[Element, Asked], Finds]] = {
        "committees": _committees, "getmeetings": _meetings, "meetings": _meetings, "meeting": _whole_meeting,
    }  # fmt: skip
    if root.tag not in readers:
        raise Unreadable(N_("This is not an answer of ModernGov that we know. It begins with “%(tag)s”."), tag=root.tag)
    return readers[root.tag](root, asked)


def _committees(root: Element, asked: Asked) -> Finds:
    seen = 0
    for one in root.all("committee"):
        seen += 1
        if ident := one.get("committeeid"):
            if not values.is_true(one.get("committeedeleted")):
                yield _committee(ident, one, asked)
        else:
            yield Fault(values.title(one.get("committeetitle")), Sentence(NO_ID), "body")
    said = values.count(root.get("committeescount"))
    if said is not None and said != seen:
        text = N_("The list says that it has %(said)s committees, and holds %(seen)s.")
        yield Fault("committees", Sentence(text, {"said": said, "seen": seen}), "body")
    else:
        yield Covered("body")


def _committee(ident: str, one: Element, asked: Asked) -> Record:
    said: dict[str, Any] = {"name": values.title(one.get("committeetitle"))}
    if expired := one.get("committeeexpired"):
        said["ended"] = values.is_true(expired)
    if category := one.get("committeecategory"):
        said["category"] = values.title(category)
    return Record("body", ident, said, _at(asked, f"mgCommitteeDetails.aspx?ID={ident}"))


def _meetings(root: Element, asked: Asked) -> Finds:
    for committee in root.all("committee"):
        body = committee.get("committeeid")
        name = values.title(committee.get("committeetitle"))
        if body and name:
            yield Record("body", body, {"name": name}, _at(asked, f"mgCommitteeDetails.aspx?ID={body}"))
        days: list[str] = []
        for one in committee.all("meeting"):
            for found in _listed(one, {"body": body, "title": name}, asked):
                if isinstance(found, Record):
                    days.append(str(found.values["day"]))
                yield found
        first = asked.first.isoformat() if asked.first else min(days, default="")
        last = asked.last.isoformat() if asked.last else max(days, default="")
        if body and first and last:
            yield Covered("meeting", {"body": body}, ("day", first, last))


def _listed(one: Element, more: dict[str, Any], asked: Asked) -> Finds:
    """A meeting of a list."""
    ident, given = one.get("meetingid"), one.get("meetingdate")
    if not ident:
        yield Fault(given, Sentence(NO_ID), "meeting")
        return
    try:
        day = values.day(given)
    except ValueError:
        day = None
    if day is None:
        yield Fault(ident, Sentence(BAD_DAY, {"given": given}), "meeting", ident)
    elif not asked.holds(day):
        yield Fault(ident, Sentence(OUTSIDE, {"day": day}), "meeting", ident)
    else:
        said = {**more, "day": day.isoformat()}
        yield from _hours(one, ident, said)
        if status := STATUSES.get(one.get("meetingstatus").lower()):
            said["status"] = str(status)
        if address := _at(asked, f"ieListDocuments.aspx?MId={ident}"):
            said["url"] = address
            said["watch"] = address if values.is_true(one.get("iswebcast")) else ""
        yield Record("meeting", ident, said, address)


def _hours(one: Element, ident: str, said: dict[str, Any]) -> Finds:
    """Read the hours of a meeting into what is said of it; an hour that can't be read is told."""
    for field, tag in (("starts", "meetingtime"), ("ends", "meetingplannedfinishtime")):
        try:
            found = values.hour(one.get(tag))
        except ValueError:
            yield Fault(ident, Sentence(BAD_HOUR, {"given": one.get(tag)}), "meeting", ident)
            found = None
        if found and (field == "starts" or "starts" in said):
            said[field] = found


def _whole_meeting(root: Element, asked: Asked) -> Finds:
    ident, said_place = root.get("meetingid"), values.title(root.get("meetinglocation"))
    if not values.is_true(root.get("isdisplayallowed") or "True"):
        yield Fault(ident, Sentence(N_("The council does not show this meeting to the public.")), "meeting", ident)
        return
    found = list(_listed(root, {"place": said_place} if said_place else {}, asked))
    yield from found
    if not any(isinstance(one, Record) for one in found):
        return
    yield from agenda(root, ident)
    for document in (each for one in root.children if one.tag == "linkeddocuments" for each in one.all("linkeddoc")):
        yield from linked(document, ident, None)
    yield from _attendees(root, ident)
    for kind in ("item", "document", "attendance"):
        yield Covered(kind, {"meeting": ident})


def _attendees(root: Element, meeting: str) -> Iterator[Record]:
    seen: set[str] = set()
    for one in root.all("attendee"):
        name = values.title(one.attributes.get("name", ""))
        if not name or name in seen:
            continue
        seen.add(name)
        word = ATTENDED.get(one.attributes.get("attendance", "").strip().lower(), Attended.EXPECTED)
        said = {"meeting": meeting, "name": name, "role": values.title(one.attributes.get("roledescription", ""))}
        said["party"] = values.title(one.attributes.get("politicalparty", ""))
        yield Record("attendance", f"{meeting}/{name}", {**said, "attended": str(word), "url": one.get("url")})


def _at(asked: Asked, page: str) -> str:
    return f"{asked.base.rstrip('/')}/{page}" if asked.base else ""
