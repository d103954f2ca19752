"""The rules of threads, each with its yes and its no; slugs and openings; odd titles."""

from datetime import date

from flask import Flask

from forum import clock
from forum.access import GUEST, Role, Shown, Standing
from forum.db import db
from forum.markup import clean_line
from forum.threads import actions, rules
from forum.threads.forms.day import read_day
from forum.threads.kinds import CameBy, TypedIn
from forum.threads.models import Thread
from forum.threads.opening import Opening, composed
from forum.threads.slugs import LONGEST, slug
from tests import make
from tests.client import Client

NEW = Standing(person_id=1, name="Ada")
TRUSTED = Standing(person_id=2, name="Bo", trusted=True)
HELPER = Standing(person_id=3, name="Dev", roles=frozenset([Role.FACILITATOR]))
MODERATOR = Standing(person_id=4, name="Mo", roles=frozenset([Role.MODERATOR]))
OFFICER = Standing(person_id=5, name="Helen", speaks_for={1: "Head of Care, Council"})
JOAN = TypedIn("Joan", CameBy.PHONE, True)


def test_only_new_peoples_words_wait_and_only_where_they_do() -> None:
    assert rules.first_state(NEW, first_posts_wait=True) == Shown.WAITING
    assert rules.first_state(NEW, first_posts_wait=False) == Shown.SHOWN
    for known in (TRUSTED, HELPER, MODERATOR, OFFICER):
        assert rules.first_state(known, first_posts_wait=True) == Shown.SHOWN


def test_words_are_typed_in_by_facilitators_with_a_name_and_consent() -> None:
    assert rules.may_use_typed_in(HELPER, JOAN, other_name=None) is None
    for who, typed_in, other_name in (
        (TRUSTED, JOAN, None),
        (GUEST, JOAN, None),
        (HELPER, TypedIn(" ", CameBy.PHONE, True), None),
        (HELPER, TypedIn("Joan", CameBy.PHONE, False), None),
        (HELPER, JOAN, "Robin"),
    ):
        assert rules.may_use_typed_in(who, typed_in, other_name=other_name) is not None


def test_who_may_look_after_ask_and_read_versions() -> None:
    suspended = Standing(person_id=7, trusted=True, suspended=True)
    assert rules.may_keep(TRUSTED, kept=False) is None
    assert rules.may_keep(HELPER, kept=False) is None
    assert all(rules.may_keep(who, kept=False) for who in (NEW, GUEST, suspended))
    assert rules.may_keep(TRUSTED, kept=True)
    assert rules.may_hand_back(TRUSTED, is_keeper=True) is None
    assert rules.may_hand_back(HELPER, is_keeper=False) is None
    assert rules.may_hand_back(TRUSTED, is_keeper=False)
    assert rules.may_write_ask(TRUSTED, is_keeper=True) is None
    assert rules.may_write_ask(HELPER, is_keeper=False) is None
    assert rules.may_write_ask(TRUSTED, is_keeper=False)
    assert rules.may_write_ask(suspended, is_keeper=True)
    assert rules.may_see_versions(NEW, mine=True) is None
    assert rules.may_see_versions(MODERATOR, mine=False) is None
    assert rules.may_see_versions(HELPER, mine=False)


def test_slugs_are_readable_and_never_empty() -> None:
    for title, wanted in (
        ("Keep Riverside open!", "keep-riverside-open"),
        ("It’s the council's café", "its-the-councils-cafe"),
        ("  --  ", "issue"),
        ("ضع هذا", "issue"),
        ("😀", "issue"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 200, "x" * LONGEST),
    ):
        assert slug(title, "issue") == wanted
    long = slug("many words " * 20, "issue")
    assert len(long) <= LONGEST
    assert long.endswith(("many", "words"))


def test_an_opening_has_a_heading_for_each_answer_but_none_for_one_alone(app: Flask) -> None:
    with app.app_context():
        assert composed(Opening(" It closes. ")) == "It closes."
        text = composed(Opening("It closes.", helps="Keep it."))
        assert text == "### What is happening\n\nIt closes.\n\n### What would help\n\nKeep it."


def test_days_are_read_as_people_write_them() -> None:
    wanted = date(2026, 11, 14)
    for typed in ("2026-11-14", " 14/11/2026 ", "14 November 2026", "14 Nov  2026"):
        assert read_day(typed) == wanted
    for typed in ("", "14.11.26", "31/02/2026", "tomorrow", "١٤/١١/٢٠٢٦x"):
        assert read_day(typed) is None


ODD = (
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{ 7*7 }}",
    "%(num)s %s %d",
    "\u202eevil\u202c",
    "Ω≈ç√∫˜µ≤≥÷",
    "田中さんにあげて下さい",
    "👩🏽‍🦽 ramp",
    "a\u0000b",
    "null",
    "-1",
    "\ufeff x",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "x" * 5000,
)


def test_odd_titles_stand_as_they_are_and_break_nothing(app: Flask) -> None:
    who = make.standing_of(app, make.make_trusted(app))
    topic = make.make_topic(app)
    for title in ODD:
        with app.app_context():
            thread = actions.raise_thread(
                kind="story", title=title, opening=Opening(title), topic_id=topic, by=who, on=clock.now()
            )
            db.session.commit()
            assert db.session.get_one(Thread, thread.id).title == clean_line(title)[:120]
            address = f"/issues/{thread.id}-{thread.slug}"
        page = Client(app).get(address)
        assert not page.all(".//main//script")
