"""Read the agenda inside ModernGov's answer about one meeting (pure).

`agendaitemnumber` sorts, `fulldisplaynumberformat` is shown. An item numbered 0 is a heading, unless all are: then
they have no number. -1 is an item without a number. A restricted item keeps its title and nothing more.
"""

from typing import Any

from decisions.imports.readers import values
from decisions.imports.readers.pages import plain
from decisions.imports.readers.papers import linked
from decisions.imports.readers.xml import Element
from decisions.imports.records import Fault, Finds, Record
from forum.say import N_, Sentence


def agenda(root: Element, meeting: str) -> Finds:
    """Read the items of a meeting, and the papers of each."""
    listed = [one for one in root.all("agendaitem") if _is_shown(one)]
    numbers = [values.count(one.get("agendaitemnumber")) or 0 for one in listed]
    headings = any(number > 0 for number in numbers)
    for position, at in enumerate(in_order(numbers), 1):
        one, ident = listed[at], listed[at].get("agendaitemid")
        title = values.title(one.get("agendaitemtitle"))
        if not ident or not title:
            where = f"{meeting}: {title or position}"
            yield Fault(where, Sentence(N_("An item has no id or no title.")), "item", ident)
            continue
        heading = headings and numbers[at] == 0
        yield Record("item", ident, _item(one, meeting, title, position, heading))
        for document in one.all("linkeddoc"):
            yield from linked(document, meeting, ident)


def in_order(numbers: list[int]) -> list[int]:
    """Return the places of items in the order in which they are shown. An item without a number (0, -1) stays
    before the one that came after it."""
    keys: list[tuple[float, int]] = []
    following = float("inf")
    for at in range(len(numbers) - 1, -1, -1):
        if numbers[at] > 0:
            following = float(numbers[at])
            keys.append((following, at))
        else:
            keys.append((following - 0.5, at))
    return [at for _key, at in sorted(keys)]


def _is_shown(one: Element) -> bool:
    return values.is_true(one.get("isdisplayallowed") or "True") or values.is_true(one.get("isrestricted"))


def _item(one: Element, meeting: str, title: str, position: int, heading: bool) -> dict[str, Any]:
    restricted = values.is_true(one.get("isrestricted"))
    number = one.get("fulldisplaynumberformat").strip().rstrip(".").strip()
    said: dict[str, Any] = {"meeting": meeting, "title": title, "position": position, "heading": heading}
    said |= {"number": "" if heading or number in ("0", "-1") else number, "restricted": restricted}
    said["may_speak"] = values.is_true(one.get("ispubliccanspeak"))
    said["agenda"] = "" if restricted else plain(one.get("agendatext"))
    said["minutes"] = "" if restricted else plain(one.get("minutesnonemptyhtmlbody"))
    return said
