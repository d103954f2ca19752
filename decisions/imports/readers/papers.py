"""Read the papers that ModernGov links to a meeting or to an item (pure)."""

from decisions.imports.readers import values
from decisions.imports.readers.values import BAD_DAY
from decisions.imports.readers.xml import Element
from decisions.imports.records import Fault, Finds, Record
from forum.say import N_, Sentence


def linked(one: Element, meeting: str, item: str | None) -> Finds:
    """Read a paper that is linked to a meeting or to an item of it."""
    from_here = f"{meeting}/{item or ''}/"
    ident, address = one.get("attachmentid"), one.get("url")
    name = values.title(one.get("title"))
    if not ident or not name:
        yield Fault(name or meeting, Sentence(N_("A paper has no id or no title.")), "document")
        return
    restricted = values.is_true(one.get("isrestricted"))
    is_decision = values.is_true(one.get("isdecisionattachment"))
    said = {"meeting": meeting, "item": item, "title": name, "restricted": restricted}
    said |= {"kind": "decision" if is_decision else "other", "url": "" if restricted else address}
    try:
        said["published_on"] = values.iso_day(one.get("publicationdate"))
    except ValueError:
        yield Fault(name, Sentence(BAD_DAY, {"given": one.get("publicationdate")}), "document", from_here + ident)
    yield Record("document", from_here + ident, said, address)
