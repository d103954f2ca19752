"""A bounded load: two processes with a few connections each ask for one page as often as they can, for a set time.

A connection is used for twenty requests and then made anew, as browsers come and go; so no worker of the server is
left without work for long. `python -m benchmarks.load` is one of the two processes: it waits for a line on its
standard input, so that both begin together, and prints what it measured.
"""

import json
import socket
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass

PROCESSES = 2
CONNECTIONS = 4
PER_CONNECTION = 20
MOST = 40_000  # requests of one connection: the load ends, whatever happens
PATIENCE = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run measured. `times` in milliseconds, sorted; `cpu_ms` of the server for each request."""

    rate: float
    times: list[float]
    cpu_ms: float | None = None

    @property
    def p50(self) -> float:
        """The median time of a request, in milliseconds."""
        return statistics.median(self.times)

    @property
    def p99(self) -> float:
        """The time that 99 of 100 requests stayed below, in milliseconds."""
        return self.times[min(len(self.times) - 1, len(self.times) * 99 // 100)]


def run(port: int, path: str, seconds: float, cookie: str = "") -> Sample:
    """Ask for a page of a local server as often as possible for some seconds. Raises RuntimeError on another answer
    than 200."""
    command = [sys.executable, "-m", "benchmarks.load", str(port), path, str(seconds), cookie]
    started = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(PROCESSES)
    ]
    for one in started:
        assert one.stdout is not None
        one.stdout.readline()
    times: list[float] = []
    rate = 0.0
    for one in started:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in started:
        said, _ = one.communicate(timeout=seconds + 2 * PATIENCE)
        if one.returncode:
            raise RuntimeError(f"{path} did not answer as it should")
        found = json.loads(said)
        times += found["times"]
        rate += len(found["times"]) / found["seconds"]
    return Sample(rate, sorted(times))


class _Asker(threading.Thread):
    """One connection after another, one request at a time."""

    def __init__(self, port: int, request: bytes, until: float) -> None:
        super().__init__(daemon=True)
        self.port, self.request, self.until = port, request, until
        self.times: list[float] = []
        self.fault: str | None = None

    def run(self) -> None:
        try:
            while time.perf_counter() < self.until and len(self.times) < MOST:
                self._one_connection()
        except (OSError, ValueError) as fault:
            self.fault = str(fault)

    def _one_connection(self) -> None:
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE) as line:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for _ in range(PER_CONNECTION):
                begun = time.perf_counter()
                if begun >= self.until:
                    return
                line.sendall(self.request)
                _read(line)
                self.times.append((time.perf_counter() - begun) * 1000)


def _read(line: socket.socket) -> None:
    """Read one answer to its end. Raises ValueError unless it is a 200 that tells its length."""
    buffer = b""
    while (end := buffer.find(b"\r\n\r\n")) < 0:
        if not (more := line.recv(65536)):
            raise ValueError("the connection closed")
        buffer += more
    head = buffer[:end].lower()
    if b" 200 " not in head.split(b"\r\n", 1)[0] or b"content-length: " not in head:
        raise ValueError(head[:60].decode("latin-1"))
    left = int(head.split(b"content-length: ", 1)[1].split(b"\r\n", 1)[0]) - (len(buffer) - end - 4)
    while left > 0:
        if not (more := line.recv(65536)):
            raise ValueError("the connection closed")
        left -= len(more)


def _main(port: str, path: str, seconds: str, cookie: str) -> None:
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    request = (head + (f"Cookie: {cookie}\r\n" if cookie else "") + "\r\n").encode()
    print("ready", flush=True)
    sys.stdin.readline()
    begun = time.perf_counter()
    askers = [_Asker(int(port), request, begun + float(seconds)) for _ in range(CONNECTIONS)]
    for one in askers:
        one.start()
    for one in askers:
        one.join()
    took = time.perf_counter() - begun
    faults = [one.fault for one in askers if one.fault]
    if faults:
        sys.exit(f"{path}: {faults[0]}")
    print(json.dumps({"seconds": took, "times": [round(ms, 3) for one in askers for ms in one.times]}))


if __name__ == "__main__":
    _main(*sys.argv[1:5])
