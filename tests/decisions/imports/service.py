"""A server on this machine that speaks as ModernGov does, with its ways and its traps."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from decisions.imports.readers.values import day
from tests.decisions.imports.decided import Decisions

COMMITTEES = {"144": "Health &amp;amp; Care Scrutiny", "163": "Audit Committee", "312": "Old Panel"}
FIRST = date(2026, 1, 5)


class Service(ThreadingHTTPServer):
    """The server. `all_word` is what means all committees here; `broken` are meetings whose answers break off; `busy`
    is how often it asks to come back; `gone` are meetings that it no longer shows."""

    daemon_threads = False  # so that the end of the block waits for them

    def __init__(self, all_word: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.all_word = all_word
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.at_once = 0
        self.most_at_once = 0
        self.busy = 0
        self.broken: set[str] = set()
        self.gone: set[str] = set()
        self.decisions = Decisions()

    @property
    def address(self) -> str:
        """Its address, with the page that people copy."""
        return f"http://127.0.0.1:{self.server_port}/ieDocHome.aspx?bcr=1"

    def meetings(self, committee: str) -> list[tuple[str, date]]:
        """The meetings of a committee that it shows: one each month."""
        known = [(f"{committee}{n:02}", FIRST + timedelta(days=28 * n)) for n in range(12)]
        return [one for one in known if one[0] not in self.gone]


@contextmanager
def serving(all_word: str = "0") -> Iterator[Service]:
    """Serve until the block ends."""
    server = Service(all_word)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        one = self.server
        one.at_once += 1
        one.most_at_once = max(one.most_at_once, one.at_once)
        one.asked.append(self.path)
        one.agents.add(self.headers["User-Agent"])
        parts = urlsplit(self.path)
        given = {name.lower(): found[0] for name, found in parse_qs(parts.query).items()}
        name = parts.path.rpartition("/")[2]
        self._answer(name, given)

    def _answer(self, name: str, given: dict[str, str]) -> None:
        if self.server.busy:
            self.server.busy -= 1
            self._send(503, b"busy", {"Retry-After": "0"})
        elif name == "GetCommittees":
            self._xml(_committees())
        elif name == "GetMeetings":
            self._xml(_meetings(self.server, given))
        elif name == "GetMeeting":
            body = _meeting(self.server, given["lmeetingid"])
            self._xml(body[: len(body) // 2] if given["lmeetingid"] in self.server.broken else body)
        elif name.startswith(("mgDelegatedDecisions", "ieDecisionDetails")):
            self._send(200, self.server.decisions.answer(name, given).encode())
        elif name == "away":
            self._send(302, b"", {"Location": "http://localhost:1/"})
        elif name == "round":
            self._send(302, b"", {"Location": "/round"})
        elif name == "endless":
            self._send(200, b"x" * 11_000_000)
        else:
            self._send(200, b"<!DOCTYPE html><html><body>Not found</body></html>")

    def _xml(self, text: str) -> None:
        self._send(200, f'<?xml version="1.0" encoding="utf-8"?>\r\n{text}'.encode())

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.server.at_once -= 1
        self.send_response(status)
        for header, value in (headers or {}).items():
            self.send_header(header, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # whoever asked has heard enough
            self.wfile.write(body)

    def log_message(self, *_given: Any) -> None:
        """Say nothing."""


def _committees() -> str:
    rows = "".join(
        f"<committee><committeeid>{ident}</committeeid><committeetitle>{title}</committeetitle>"
        f"<committeedeleted>False</committeedeleted><committeeexpired>{ident == '312'}</committeeexpired></committee>"
        for ident, title in COMMITTEES.items()
    )
    return f"<committees><committeescount> 3</committeescount>{rows}</committees>"


def _meetings(server: Service, given: dict[str, str]) -> str:
    """Days in another way than dd/mm/yyyy are ignored, and everything comes back."""
    wanted = list(COMMITTEES) if given["lcommitteeid"] == server.all_word else [given["lcommitteeid"]]
    try:
        first, last = day(given["sfromdate"].replace("-", "x")), day(given["stodate"].replace("-", "x"))
    except ValueError:
        first, last = date(1990, 1, 1), date(2099, 1, 1)
    rows = []
    for ident in wanted:
        held = [(one, on) for one, on in server.meetings(ident) if first <= on <= last]  # type: ignore[operator]
        held += [(f"{ident}9{n}", date(1999, 3, 1)) for n in range(2000 if first == date(1990, 1, 1) else 1)]
        listed = "".join(
            f"<meeting><meetingid>{one}</meetingid><meetingdate>{on.day:02}/{on.month:02}/{on.year}</meetingdate>"
            f"<meetingstatus>Confirmed</meetingstatus><meetingtime>10.00 am</meetingtime></meeting>"
            for one, on in held
        )
        title = COMMITTEES.get(ident, "")
        rows.append(
            f"<committee><committeeid>{ident}</committeeid><committeetitle>{title}</committeetitle>{listed}</committee>"
        )
    return f"<getmeetings><meetingscount> {len(rows)}</meetingscount>{''.join(rows)}</getmeetings>"


def _meeting(server: Service, ident: str) -> str:
    on = next(on for committee in COMMITTEES for one, on in server.meetings(committee) if one == ident)
    words = escape(escape("<p>To hear &amp; note <b>this</b>.</p>"))
    items = (
        (1, "0", "", "Part one: in public", "False"),
        (2, "1", "1.", "Minutes <span class='mgHide'> ref: 99</span>", "False"),
        (3, "-1", "", "An item without a number PDF 119 KB", "False"),
        (4, "10", "2.", "Day &amp; night services", "False"),
        (5, "11", "3.", "The lease of the hall", "True"),
    )
    rows = "".join(
        f"<agendaitem><agendaitemid>{ident}{at}</agendaitemid><agendaitemtitle>{escape(escape(title))}</agendaitemtitle>"
        f"<agendatext>{words}</agendatext><agendaitemnumber>{number}</agendaitemnumber>"
        f"<fulldisplaynumberformat>{shown}</fulldisplaynumberformat><isrestricted>{secret}</isrestricted>"
        f"<linkeddocuments><linkeddoc><attachmentid>{ident}{at}7</attachmentid><title>Report {at} PDF 1 MB</title>"
        f"<url>https://council.example.org/{at}.pdf</url><isrestricted>{secret}</isrestricted></linkeddoc></linkeddocuments>"
        f"</agendaitem>"
        for at, number, shown, title, secret in items
    )
    return (
        f"<meeting><meetingid>{ident}</meetingid><meetingdate>{on.day:02}/{on.month:02}/{on.year}</meetingdate>"
        f"<meetingstatus>Confirmed</meetingstatus><meetingtime>10.00 am</meetingtime>"
        f"<agendaitems>{rows}</agendaitems></meeting>"
    )
