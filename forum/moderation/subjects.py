"""Reports, rulings and second looks in the table of kinds, and what waits for a moderator."""

from typing import Any

from flask import Flask, url_for
from sqlalchemy import select, update

from forum.access import MODERATOR, Standing, is_moderator
from forum.db import db
from forum.history import public_log
from forum.moderation import cases, queries, rules, telling
from forum.moderation.models import Appeal, Flag, Ruling
from forum.moderation.reasons import GRAVE, REASON_WORDS, Reason
from forum.refusal import Refusal
from forum.say import N_, Link, Sentence, _, say
from forum.subjects import Harm, Subject, ToDo, register


def init_app(app: Flask) -> None:
    """Register the kinds, and the verb of rulings for the public log."""
    register(app, FLAG, RULING, APPEAL)
    public_log.tell(app, telling.entries, "ruled")


def _moderators(who: Standing, _thing: Any) -> Refusal | None:
    return MODERATOR.check(who)


def _may_see_ruling(who: Standing, ruling: Ruling) -> Refusal | None:
    return rules.may_see_ruling(who, author_id=cases.author_of(ruling.kind, ruling.subject_id))


def _reports(who: Standing) -> list[ToDo]:
    if not is_moderator(who):
        return []
    flags = queries.open_flags()
    places = cases.places([(flag.kind, flag.subject_id) for flag, _since in flags], who)
    return [
        ToDo(
            harm=Harm.SOMEONE_HURT if flag.reason in GRAVE else Harm.WORDS_REPORTED,
            words=_reported(flag, places.get((flag.kind, flag.subject_id))),
            address=url_for("moderation.case", id=flag.id),
            since=since,
            button=Sentence(N_("Look at it")),
        )
        for flag, since in flags
    ] + _first_looks(who)


def _reported(flag: Flag, place: Link | None) -> Sentence:
    values = {"what": cases.what(flag.kind), "reason": Sentence(REASON_WORDS[Reason(flag.reason)])}
    if place is None:
        return Sentence(N_("Somebody reported %(what)s. %(reason)s."), values)
    return Sentence(N_("Somebody reported %(what)s, “%(where)s”. %(reason)s."), {**values, "where": place.text})


def _first_looks(who: Standing) -> list[ToDo]:
    threads = [
        ("thread", *row, N_("Look at first posts: a new person raised “%(where)s”."))
        for row in queries.waiting_threads()
    ]
    posts = [
        ("post", *row, N_("Look at first posts: a new person wrote in “%(where)s”.")) for row in queries.waiting_posts()
    ]
    places = cases.places([(one[0], one[1]) for one in threads + posts], who)
    return [
        ToDo(
            harm=Harm.SOMEONE_WAITS,
            words=Sentence(words, {"where": places[kind, subject_id].text}),
            address=url_for("moderation.hide", kind=kind, id=subject_id),
            since=since,
            button=Sentence(N_("Look at it")),
        )
        for kind, subject_id, since, words in threads + posts
    ]


def _second_looks(who: Standing) -> list[ToDo]:
    if not is_moderator(who):
        return []
    return [
        ToDo(
            harm=Harm.SOMEONE_WAITS,
            words=Sentence(N_("Somebody asks us to look again at what we decided.")),
            address=url_for("moderation.second_look", id=appeal.id),
            since=appeal.created_at,
            button=Sentence(N_("Look again")),
        )
        for appeal, _ruling in queries.open_appeals(who)
    ]


def _ruling_words(ruling: Ruling) -> str:
    """What its letter says: why, and what the moderator wrote beside it."""
    why = telling.why(ruling) if ruling.public else None
    return "\n\n".join(part for part in (say(why) if why else "", ruling.words) if part)


def _erase_flags(person_id: int) -> None:
    mine = Flag.person_id == person_id
    db.session.execute(update(Flag).where(mine).values(person_id=None, email=None, words=""))


def _erase_appeals(person_id: int) -> None:
    db.session.execute(update(Appeal).where(Appeal.person_id == person_id).values(person_id=None, words=""))


def _export_flags(person_id: int) -> list[dict[str, Any]]:
    made = db.session.scalars(select(Flag).where(Flag.person_id == person_id).order_by(Flag.id))
    return [
        {"receipt": one.receipt, "reason": one.reason, "words": one.words, "at": one.created_at.isoformat()}
        for one in made
    ]


def _export_appeals(person_id: int) -> list[dict[str, Any]]:
    asked = db.session.scalars(select(Appeal).where(Appeal.person_id == person_id).order_by(Appeal.id))
    return [{"words": one.words, "at": one.created_at.isoformat()} for one in asked]


FLAG = Subject(
    kind="flag",
    load=queries.flags,
    may_see=_moderators,
    title=lambda flag: _("Report %(receipt)s", receipt=flag.receipt),
    address=lambda flag: ("moderation.case", {"id": flag.id}),
    erase=_erase_flags,
    export_for=_export_flags,
    queue=_reports,
    waiting=queries.count_for_moderators,
)
RULING = Subject(
    kind="ruling",
    load=queries.rulings,
    may_see=_may_see_ruling,
    title=lambda ruling: say(telling.to_author(ruling)),
    words=_ruling_words,
    address=lambda ruling: ("moderation.ruling", {"id": ruling.id}),
    erase=lambda _person_id: None,  # a ruling names nobody, and is never changed
    export_for=lambda _person_id: [],
)
APPEAL = Subject(
    kind="appeal",
    load=queries.appeals,
    may_see=_moderators,
    title=lambda _appeal: _("A second look"),
    address=lambda appeal: ("moderation.second_look", {"id": appeal.id}),
    erase=_erase_appeals,
    export_for=_export_appeals,
    queue=_second_looks,
    waiting=queries.count_appeals,
)
