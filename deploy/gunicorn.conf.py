"""Several processes behind a proxy: `gunicorn -c deploy/gunicorn.conf.py`. The jobs run in `flask forum worker`.

Needs DATABASE_URL (PostgreSQL) and REDIS_URL: the processes share the rate limits and the jobs.
"""

import os
import sys
from typing import Any

from forum.config import key_fault, load

wsgi_app = "wsgi:create_app()"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '5000')}"
worker_class = "gthread"
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "8"))
control_socket_disable = True
timeout = 30
graceful_timeout = 5
keepalive = 75  # seconds; longer than a proxy keeps its side, else it sends a request down a line that we just closed
max_requests = 10_000
max_requests_jitter = 1_000
forwarded_allow_ips = "*" if os.environ.get("PROXIES", "0") != "0" else "127.0.0.1"


def on_starting(_server: Any) -> None:
    """Stop before anything is served when the key is missing or short."""
    fault = key_fault(load({})["SECRET_KEY"])
    if fault:
        print(fault, file=sys.stderr)
        sys.exit(2)
