"""Fetch from the web, politely: from the hosts that people set up and no other, one question at a time, each once in
a reading, with our name, with a pause between, and with patience when we are told to wait."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Collection
from urllib.parse import urljoin, urlsplit

from decisions.imports.readers.table import LARGEST, MEGABYTE, TOO_LARGE
from decisions.imports.records import Unreadable
from forum.say import N_

TIMEOUT = 20.0  # seconds for one step of an answer
WHOLE_ANSWER = 120.0  # seconds for all of it
BETWEEN = 0.5  # seconds between two questions
LONGEST_WAIT = 60.0  # seconds that we wait when told to; longer, and we come back another day
TRIES, MOST_HOPS, CHUNK = 3, 4, 65_536
WAIT, MOVED = (429, 503), (301, 302, 303, 307, 308)
NOT_LISTED = N_("%(host)s is not the address of a source here, so nothing is fetched from it.")
PRIVATE = N_("%(host)s is inside a private network. We fetch only from the public web.")
NO_ANSWER = N_("%(host)s does not answer: %(why)s.")
BAD_STATUS = N_("%(host)s answers with the code %(status)s instead of the data.")


class Enough(Unreadable):
    """One reading may ask only so many questions."""


class Fetcher:
    """Fetches for one reading. Arguments: the hosts that may be asked, as in `democracy.example.org` or with a port;
    the name that we go by; `private` to allow addresses of private networks; `pause`, which waits for some seconds;
    `most`, how many questions it may ask."""

    def __init__(
        self,
        hosts: Collection[str],
        agent: str,
        *,
        private: bool = False,
        pause: Callable[[float], None] = time.sleep,
        most: int = 600,
    ) -> None:
        self.hosts = frozenset(host.lower() for host in hosts)
        self.agent, self.private, self.pause, self.left = agent, private, pause, most
        self.kept: dict[str, bytes] = {}

    def get(self, address: str) -> bytes:
        """Return what an address gives. Raises Unreadable with a sentence, Enough when no more may be asked."""
        if address not in self.kept:
            self.kept[address] = self._follow(address)
        return self.kept[address]

    def _follow(self, address: str) -> bytes:
        here = address
        for _hop in range(MOST_HOPS):
            status, where, body = self._patiently(here)
            if status == 200:
                return body
            if status not in MOVED or not where:
                raise Unreadable(BAD_STATUS, host=_host(here), status=str(status))
            there = urljoin(here, where)
            if _host(there) != _host(here) or (here.startswith("https:") and not there.startswith("https:")):
                raise Unreadable(
                    N_("%(host)s sends us to another place. We never follow to another host."), host=_host(here)
                )
            here = there
        raise Unreadable(N_("%(host)s sends us round in a circle."), host=_host(address))

    def _patiently(self, address: str) -> tuple[int, str, bytes]:
        """Ask, and again after a while when we are told to wait."""
        for turn in range(TRIES):
            status, where, body = self._ask(address)
            if status not in WAIT:
                return status, where, body
            wait = float(where) if where.isascii() and where.isdigit() else BETWEEN * 4 * 2**turn
            if wait > LONGEST_WAIT or turn == TRIES - 1:
                break
            self.pause(wait)
        raise Unreadable(N_("%(host)s asks us to come back later. We try again at the next turn."), host=_host(address))

    def _ask(self, address: str) -> tuple[int, str, bytes]:
        """Ask once. Returns the status, the header that goes with it (where to, or how long to wait), the answer."""
        if self.left <= 0:
            raise Enough(N_("There is more to read than one turn may ask for. The rest waits for the next turn."))
        if self.kept:
            self.pause(BETWEEN)
        self.left -= 1
        line = self._line(address)
        try:
            parts = urlsplit(address)
            path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
            line.request("GET", path, headers={"User-Agent": self.agent, "Accept-Encoding": "identity"})
            with line.getresponse() as answer:
                header = "Retry-After" if answer.status in WAIT else "Location"
                body = self._body(answer) if answer.status == 200 else b""
                return answer.status, answer.headers.get(header, ""), body
        except (OSError, http.client.HTTPException, ValueError) as fault:
            raise Unreadable(NO_ANSWER, host=_host(address), why=type(fault).__name__) from fault
        finally:
            line.close()

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        """Read an answer, and stop when it is too large or takes too long."""
        if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise Unreadable(N_("The answer is packed in a way that we did not ask for."))
        pieces, size, begun = [], 0, time.monotonic()
        while piece := answer.read(CHUNK):
            size += len(piece)
            if size > LARGEST:
                raise Unreadable(TOO_LARGE, most=LARGEST // MEGABYTE)
            if time.monotonic() - begun > WHOLE_ANSWER:
                raise TimeoutError
            pieces.append(piece)
        if answer.length:
            raise Unreadable(N_("The answer breaks off before its end."))
        return b"".join(pieces)

    def _line(self, address: str) -> http.client.HTTPConnection:
        """Return a line to the host of an address that may be asked."""
        parts, host = urlsplit(address), _host(address)
        if parts.scheme not in ("http", "https") or host not in self.hosts or not parts.hostname:
            raise Unreadable(NOT_LISTED, host=host or address[:80])
        if any(ord(letter) <= 0x20 or ord(letter) > 0x7E for letter in address):
            raise Unreadable(NOT_LISTED, host=host)
        kind = _SafeLine if parts.scheme == "https" else _Line
        line = kind(parts.hostname, parts.port, timeout=TIMEOUT)
        line.private = self.private
        return line


class _Line(http.client.HTTPConnection):
    """A line that is let go of when it leads into a private network: looked at once connected, so that a name that
    means something else the second time gains nothing."""

    private = False

    def connect(self) -> None:
        self.sock = self._reach()

    def _reach(self) -> socket.socket:
        reached = socket.create_connection((self.host, self.port), TIMEOUT)
        if not self.private and not is_public(str(reached.getpeername()[0])):
            reached.close()
            raise Unreadable(PRIVATE, host=self.host)
        return reached


class _SafeLine(_Line):
    """The same with TLS; the certificate is checked."""

    default_port = 443

    def connect(self) -> None:
        self.sock = ssl.create_default_context().wrap_socket(self._reach(), server_hostname=self.host)


def is_public(ip: str) -> bool:
    """Whether an address on the net is one of the public web (pure)."""
    found = ipaddress.ip_address(ip.partition("%")[0])
    inside = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return (inside or found).is_global and not found.is_multicast


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower().rpartition("@")[2]
    except ValueError:
        return ""
