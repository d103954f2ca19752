"""Read XML from strangers (pure): the standard library's expat, with no document type and so with no entity of its
own, nothing fetched, and a limit on how much it may hold."""

from collections.abc import Iterator
from xml.parsers import expat

from decisions.imports.records import Unreadable
from forum.say import N_

MOST_ELEMENTS = 300_000
DEEPEST = 60
PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
EMPTY = N_("The file is empty.")
IS_A_PAGE = N_("This is a web page, and not the data that we expected. Perhaps the address is not right.")


class Element:
    """One element: its name in small letters without a namespace, what it holds, and its own text."""

    __slots__ = ("attributes", "children", "pieces", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        """Its own text."""
        return "".join(self.pieces).strip()

    def get(self, tag: str) -> str:
        """Return the text of the first child of this name, or nothing."""
        return next((one.text for one in self.children if one.tag == tag), "")

    def all(self, tag: str) -> Iterator["Element"]:
        """Yield the elements of this name inside, at any depth, but none inside another of the name."""
        for one in self.children:
            if one.tag == tag:
                yield one
            else:
                yield from one.all(tag)


class _Building:
    """Builds the tree."""

    def __init__(self) -> None:
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            raise Unreadable(N_("The file holds too much for one file. Ask for fewer days at once."))
        made = Element(_local(name), {_local(one): value for one, value in attributes.items()})
        if self.open:
            self.open[-1].children.append(made)
        else:
            self.root = made
        self.open.append(made)

    def end(self, _name: str) -> None:
        self.open.pop()

    def text(self, data: str) -> None:
        if self.open:
            self.open[-1].pieces.append(data)


def tree(data: bytes) -> Element:
    """Read a document. Raises Unreadable with a sentence: empty, a web page, broken off, letters that it can't mean,
    or a document type, which we never read."""
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        raise Unreadable(EMPTY)
    if data[:200].lower().startswith(PAGE_STARTS):
        raise Unreadable(IS_A_PAGE)
    building = _Building()
    try:
        _parser(building).Parse(data, True)
    except expat.ExpatError as fault:
        raise _sentence(fault) from fault
    except (LookupError, ValueError) as fault:
        raise Unreadable(N_("The file says that its letters are of a kind that we do not know.")) from fault
    assert building.root is not None  # noqa: S101 - expat has refused a document without one
    return building.root


def _parser(building: _Building) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.text
    parser.StartDoctypeDeclHandler = _no_document_type
    return parser


def _no_document_type(*_given: object) -> None:
    raise Unreadable(
        N_("The file brings its own rules for how to read it. We never read such files: they can do harm.")
    )


def _sentence(fault: expat.ExpatError) -> Unreadable:
    codes = expat.errors.codes
    wrong_letters = {codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING], codes[expat.errors.XML_ERROR_INCORRECT_ENCODING]}
    broken_off = {codes[expat.errors.XML_ERROR_NO_ELEMENTS], codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]}
    broken_off |= {codes[expat.errors.XML_ERROR_PARTIAL_CHAR], codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION]}
    if fault.code in wrong_letters:
        return Unreadable(N_("The file says that its letters are of a kind that we do not know."))
    if fault.code in broken_off:
        return Unreadable(N_("The file breaks off at line %(line)s. Fetch it again, whole."), line=fault.lineno)
    return Unreadable(
        N_("The file is broken at line %(line)s, or its letters are not those it names."), line=fault.lineno
    )


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
