"""What every page that a test opens must keep, and how a test reads one."""

from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.test import TestResponse

NAMELESS = {"hidden", "submit", "button", "image", "reset"}


class Page:
    """A page that came back: its words, its parts, its forms."""

    def __init__(self, answer: TestResponse, source: str) -> None:
        self.answer = answer
        self.status = answer.status_code
        self.source = source
        self.location = answer.headers.get("Location", "")
        self._tree: Element | None = None

    @property
    def tree(self) -> Element:
        """The page as a browser reads it."""
        if self._tree is None:
            parser = html5lib.HTMLParser(
                tree=html5lib.getTreeBuilder("etree"), strict=False, namespaceHTMLElements=False
            )
            self._tree = parser.parse(self.source)
            faults = [fault for fault in parser.errors if fault[1] != "expected-doctype-but-got-eof"]
            assert not faults, f"{self.answer.request.path}: not valid HTML: {faults[:3]}"
        return self._tree

    @property
    def text(self) -> str:
        """All words of the page, with single spaces."""
        main = self.tree.find(".//main")
        return " ".join("".join((main if main is not None else self.tree).itertext()).split())

    def all(self, path: str) -> list[Element]:
        """Elements by path: `.//a`."""
        return self.tree.findall(path)

    def links(self) -> dict[str, str]:
        """Addresses by the words of their links."""
        return {" ".join("".join(a.itertext()).split()): a.get("href", "") for a in self.all(".//a")}

    def form(self, number: int = 0, *, button: str | None = None) -> tuple[str, dict[str, Any]]:
        """Action and values of a form in the main part, as a browser would send them."""
        forms = [one for one in self.all(".//main//form") if one.get("method", "get").lower() == "post"]
        if button is not None:
            forms = [one for one in forms if button in "".join(one.itertext())]
        assert len(forms) > number, f"{self.answer.request.path}: no form {number} {button or ''}"
        form = forms[number]
        return form.get("action") or "", self._values(form, button)

    def _values(self, form: Element, button: str | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for field in form.iter("input"):
            kind, name = field.get("type", "text"), field.get("name")
            if (
                not name
                or kind in ("submit", "button")
                or (kind in ("radio", "checkbox") and "checked" not in field.attrib)
            ):
                continue
            values[name] = field.get("value", "on" if kind == "checkbox" else "")
        for area in form.iter("textarea"):
            values[area.get("name", "")] = "".join(area.itertext()).removeprefix("\n")
        for select in form.iter("select"):
            options = list(select.iter("option"))
            chosen = [one for one in options if "selected" in one.attrib] or options[:1]
            values[select.get("name", "")] = (chosen[0].get("value") or "") if chosen else ""
        for press in form.iter("button"):
            if button is not None and press.get("name") and button in "".join(press.itertext()):
                values[press.get("name", "")] = press.get("value", "")
        return values

    def check(self) -> None:
        """Hold the page against the promises of every page."""
        where = self.answer.request.path
        if self.status in (301, 302, 303, 307, 308):
            return
        assert self.tree.get("lang"), f"{where}: no language"
        headings = ["".join(one.itertext()) for one in self.all(".//h1")]
        assert len(headings) == 1, f"{where}: {len(headings)} h1"
        title = " ".join("".join(self.tree.find(".//title").itertext()).split())  # type: ignore[union-attr]
        heading = " ".join(headings[0].split())
        assert title.removeprefix("Error: ").startswith(heading), f"{where}: title {title!r}, h1 {heading!r}"
        self._ids(where)
        self._labels(where)
        self._summary(where)
        for form in self.all(".//form"):
            assert "action" in form.attrib or form.get("method", "get").lower() == "get", (
                f"{where}: form without action"
            )
        for element in self.tree.iter():
            assert "style" not in element.attrib, f"{where}: a style attribute"
            assert not any(name.startswith("on") for name in element.attrib), f"{where}: an on… attribute"

    def _ids(self, where: str) -> None:
        ids = [one.get("id") for one in self.tree.iter() if one.get("id")]
        twice = {one for one in ids if ids.count(one) > 1}
        assert not twice, f"{where}: ids used twice: {twice}"
        for one in self.tree.iter():
            for name in ("aria-labelledby", "aria-describedby", "for", "list"):
                for wanted in (one.get(name) or "").split():
                    assert wanted in ids, f"{where}: {name}={wanted} points nowhere"

    def _summary(self, where: str) -> None:
        """What is wrong with a form stands first of all on its page, and leads to each field."""
        summaries = self.all(".//*[@data-errors]")
        faults = [one for one in self.tree.iter() if "wrong-words" in (one.get("class") or "").split()]
        assert len(summaries) <= 1, f"{where}: more than one list of faults"
        assert summaries or not faults, f"{where}: a fault beside a field, and no list of them"
        if summaries:
            main = self.tree.find(".//main")
            rest = [one for one in (main if main is not None else []) if "notice" not in (one.get("class") or "")]
            assert rest[0] is summaries[0], f"{where}: the list of faults is not on top"
            ids = {one.get("id") for one in self.tree.iter()}
            for link in summaries[0].iter("a"):
                assert link.get("href", "")[1:] in ids, f"{where}: {link.get('href')} leads to no field"

    def _labels(self, where: str) -> None:
        labelled = {one.get("for") for one in self.all(".//label")}
        for tag in ("input", "textarea", "select"):
            for field in self.all(f".//{tag}"):
                if field.get("type") in NAMELESS:
                    continue
                named = field.get("id") in labelled or field.get("aria-label") or field.get("aria-labelledby")
                assert named, f"{where}: a field without a label: {field.attrib}"
