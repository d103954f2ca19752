"""Logs: one line an event, with no post text, no names and no addresses in it."""

import logging
import sys

import structlog
from flask import Flask


def init_app(app: Flask) -> None:
    """Write lines to the standard error stream, through structlog."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    app.logger.setLevel(logging.INFO)
