"""The pages of decisions of the server in service.py: a list of the days asked for, and a page for each decision."""

from datetime import date, timedelta

from decisions.imports.readers.values import asked_for, day

FIRST = date(2026, 1, 10)


class Decisions:
    """Decisions published every ten days. With `deaf`, the list is the same whatever days it is asked for."""

    def __init__(self) -> None:
        self.known = {str(500 + n): FIRST + timedelta(days=10 * n) for n in range(12)}
        self.deaf = False

    def answer(self, name: str, given: dict[str, str]) -> str:
        """Return the page that an address gives."""
        if name.startswith("ieDecisionDetails"):
            return self._one(given["id"])
        first, _sign, last = given.get("dr", "").partition("-")
        if not first or self.deaf:
            return self._list(list(self.known)[-3:])
        begun, ended = day(first), day(last)
        return self._list([one for one, on in self.known.items() if begun <= on <= ended])  # type: ignore[operator]

    def _list(self, idents: list[str]) -> str:
        rows = "".join(
            f'<tr><td><a href="ieDecisionDetails.aspx?ID={one}">Matter {one}</a></td>'
            f"<td>{asked_for(self.known[one])}</td><td></td><td>Not for call-in</td></tr>"
            for one in idents
        )
        heads = "<tr><th>Title</th><th>Date</th><th>Effective from</th><th>Call-ins</th></tr>"
        table = f'<table class="mgTabTable"><thead>{heads}</thead><tbody>{rows}</tbody></table>' if rows else ""
        return f"<!DOCTYPE html><html><body><h1>Decisions</h1>{table}</body></html>"

    def _one(self, ident: str) -> str:
        return (
            f"<html><body><h2>Matter {ident}</h2><p>Decision Maker: Director of Care</p>"
            f"<p>Decision status: Approved</p><h3>Decision:</h3><p>To do {ident}.</p>"
            f"<p>Publication date: {asked_for(self.known[ident])}</p></body></html>"
        )
