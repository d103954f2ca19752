"""What every route promises: it says who may use it. That it keeps to it is walked in `tests/roles`."""

from flask import Flask

from forum.access import Policy


def test_every_route_declares_a_policy(app: Flask) -> None:
    wrong = [name for name, view in app.view_functions.items() if not isinstance(getattr(view, "policy", None), Policy)]
    assert wrong == []
