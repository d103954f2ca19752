"""What somebody began before they signed in waits for them wherever they open the link that we mail.

A feature that keeps such things says how: `packed` names what this browser holds, in a request; `handed_over` gives it
to a person once a link proved who they are. What is named travels with the link in our own database, never in the mail.
"""

from collections.abc import Callable
from datetime import datetime

from flask import Flask, current_app

Pack = Callable[[datetime], str | None]
HandOver = Callable[[str, int], None]


def carries(app: Flask, pack: Pack, hand_over: HandOver) -> None:
    """Let a feature have its things carried along: how to name them, and how to give them to a person by id."""
    app.extensions["carried"] = (pack, hand_over)


def packed(on: datetime) -> str | None:
    """Name what the browser of this request holds; `None` for nothing."""
    ways: tuple[Pack, HandOver] | None = current_app.extensions.get("carried")
    return ways[0](on) if ways else None


def handed_over(carried: object, person_id: int) -> None:
    """Give a person what came along with a link."""
    ways: tuple[Pack, HandOver] | None = current_app.extensions.get("carried")
    if ways and isinstance(carried, str):
        ways[1](carried, person_id)
