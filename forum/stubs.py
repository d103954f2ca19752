"""Addresses that pages link to and that are still being built: replaced one by one. Gone before the first release."""

from flask import Flask, render_template_string

from forum.access import EVERYONE
from forum.web import allow

ADDRESSES = {
    "who_decides.home": "/",
    "who_decides.index": "/who-decides",
    "who_decides.body": "/bodies/<slug>",
    "issues.listing": "/issues",
    "issues.page": "/issues/<int:id>-<slug>",
    "issues.this_week": "/this-week",
    "threads.raise_first": "/issues/new",
    "search.results": "/search",
    "about.help_now": "/help-now",
    "about.safety": "/safety",
    "about.accessibility": "/accessibility",
    "about.privacy": "/privacy",
    "people.sign_in": "/sign-in",
    "people.join": "/join",
    "people.me": "/me",
    "to_do.listing": "/to-do",
    "moderation.report": "/report",
    "moderation.log": "/safety/log",
    "about.wrong": "/wrong/<kind>/<int:id>",
    "moderation.hide": "/hide",
    "journeys.heard": "/issues/<int:id>/heard/<int:stop>",
    "journeys.correct": "/moves/<int:id>/correct",
    "journeys.happened": "/issues/<int:id>/happened",
    "journeys.plan": "/issues/<int:id>/steps",
    "journeys.start": "/issues/<int:id>/steps/start",
    "answers.write": "/issues/<int:id>/answer",
    "threads.reply": "/issues/<int:id>/reply",
    "threads.post": "/posts/<int:id>",
    "threads.edit_post": "/posts/<int:id>/edit",
    "threads.take_back": "/posts/<int:id>/take-back",
    "threads.history": "/posts/<int:id>/history",
    "threads.affects_me": "/issues/<int:id>/affects-me",
    "threads.ask": "/issues/<int:id>/ask",
    "threads.asks": "/issues/<int:id>/asks",
    "threads.look_after": "/issues/<int:id>/look-after",
    "threads.edit_thread": "/issues/<int:id>/edit",
    "threads.type_in_reply": "/issues/<int:id>/type-in",
    "notifications.follow": "/follow/<kind>/<int:id>",
}
PAGE = """{% extends "base.html" %}{% block title %}Soon{% endblock %}{% block main %}<h1>Soon</h1>{% endblock %}"""


def init_app(app: Flask) -> None:
    """Answer the addresses that no feature answers yet."""
    for endpoint, address in ADDRESSES.items():
        if endpoint not in app.view_functions:
            app.add_url_rule(address, endpoint, allow(EVERYONE)(lambda **_args: render_template_string(PAGE)))
