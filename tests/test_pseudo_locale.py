"""Every word that we say can be said in another language: each string goes through the catalogue.

The demonstration is loaded in other letters and every page of it is opened, by following links, as several kinds of
person; every form is sent empty, for the sentences that faults bring. A word in Latin letters outside the marks of the
pseudo-catalogue is one that nobody could translate.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from jinja2 import Environment
from sqlalchemy import select
from werkzeug.test import TestResponse

from decisions.demo import files, loading, quiet
from decisions.imports.models import Brought, Origin, Run, Source
from decisions.packs import loading as packs
from decisions.packs.models import Entry
from forum import clock
from forum.access import Role
from forum.db import db
from forum.moderation.models import Concern, Flag, Ruling
from forum.moderation.reasons import Deed, Reason
from forum.outbox import letters
from forum.outbox.actions import put
from forum.people.models import Byline, Person, PersonRole
from forum.threads.models import Post
from tests import databases, make
from tests.client import Client
from tests.conftest import SETTINGS
from tests.pseudo import NAMES, Marks, bare, bare_words, elsewhere, packs_elsewhere
from wsgi import create_app

ROOT = Path(__file__).resolve().parent.parent
EACH, FEW = 6, 2  # pages of one route: they differ in their data alone
ENTRIES = "/who-decides/"
NOT_SENT = ("/sign-out", "/sign-in/demo", "/me/leave")


@pytest.fixture(scope="module")
def place(filled: databases.Templates, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The demonstration in other letters, in an app whose catalogue marks every string."""
    folder = tmp_path_factory.mktemp("pseudo")
    with filled.copy("sqlite", folder) as url, pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "tomllib", SimpleNamespace(load=lambda file: elsewhere(tomllib.load(file))))
        patch.setattr(quiet, "compose", lambda *_: 0)
        resolved = packs.resolved
        patch.setattr(packs, "resolved", lambda *given: packs_elsewhere(resolved(*given)))
        made = create_app(**{**SETTINGS, "DEMO": "1", "DATA_LICENCE": "Жё"}, DATABASE_URL=url, INSTANCE=folder)
        made.extensions["catalogue"] = Marks()
        with made.app_context():
            loading.load(lambda _words: None)
            db.session.remove()
        _waits(made)
        yield made
        with made.app_context():
            db.session.remove()
            db.engine.dispose()


def _waits(app: Flask) -> None:
    """Let something of each kind wait for somebody: what the demonstration leaves out."""
    person = make.make_trusted(app, name="Жя")
    make.make_affiliation(app, person, 1, confirmed=False, post="Жё жя")
    make.keep(app, Concern(words="Жё жя", created_at=clock.now()))
    flag = Flag(receipt="171717", kind="post", subject_id=2, reason=Reason.UNKIND, created_at=clock.now())
    make.keep(app, flag)
    make.make_decision(app, 1, "Жё")
    meeting = make.make_meeting(app, 1, clock.today(), title="Жё")
    source = make.keep(app, Source(reader="text", name="Жё", made_at=clock.now()))
    held = {"content": "1. Жё".encode(), "meeting_id": meeting, "made_at": clock.now()}
    make.keep(app, Brought(source_id=source, name="Жё", **held))
    theirs = {"ident": "1", "said": {"name": "Жё"}, "fetched_at": clock.now()}
    make.keep(app, Origin(source_id=source, kind="body", **theirs))
    make.keep(app, Source(reader="csv", name="Жя", made_at=clock.now()))
    faults = [["Жё", "It has no day.", {}]]
    ended = {"started_at": clock.now(), "ended_at": clock.now(), "outcome": "done", "counts": {"added": 1, "bad": 1}}
    make.keep(app, Run(source_id=source, faults=faults, **ended))
    make.make_entry(app, data={"id": "1", "name": "Жё", "short": "жё"})  # ids in figures: they are no words
    make.make_entry(app, "start", data={"id": "1", "name": "Жё", "plain": "жё"})
    make.make_entry(app, "pack", data={"id": "1", "name": "Жё"})


def someone(app: Flask, role: Role | None) -> int:
    """The id of somebody of the demonstration who has this role; an ordinary member for none."""
    with app.app_context():
        found = select(Person.id).where(Person.email.is_not(None), Person.trusted_at.is_not(None)).order_by(Person.id)
        held = select(PersonRole.person_id)
        within = Person.id.in_(held.where(PersonRole.role == role)) if role else Person.id.not_in(held)
        return db.session.scalars(found.where(within)).first() or make.make_person(app, name=f"Жё {role}", role=role)


def pages(app: Flask) -> dict[str, str]:
    """The rule and the endpoint of every page; those behind a link in a letter are not found by walking."""
    rules = [
        rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and "token" not in rule.arguments
    ]
    return {rule.rule: rule.endpoint for rule in rules}


def _filled(rule: str) -> str:
    """An address of a rule, where an address can be guessed."""
    kind = "body" if rule.startswith(ENTRIES) else "thread"
    return re.sub("<int:.*?>|<ident>", "1", rule).replace("<kind>", kind).replace("<receipt>", "171717")


class Walk:
    """Follows every link of the site as one person, and sends every form empty."""

    def __init__(self, app: Flask, client: Client, each: int = FEW) -> None:
        self.app, self.client, self.each = app, client, each
        rules = sorted(pages(app), key=lambda rule: not rule.startswith(ENTRIES))  # before a form signs somebody out
        self.waiting, self.seen = (
            ["/", "/nothing-here", *map(_filled, rules)],
            set[str](),
        )
        self.opened, self.found = Counter[str](), set[str]()
        self.wrong: dict[str, set[str]] = {}
        with app.app_context():
            self.ids = set(db.session.scalars(select(Entry.ident)))  # shown to people who change what packs say

    def go(self) -> "Walk":
        """Walk until nothing new is found."""
        while self.waiting:
            self.open(self.waiting.pop(0))
        return self

    def open(self, address: str) -> None:
        """Open a page, look at its words, and take up its links and forms."""
        route = self.route(address)
        if address in self.seen or self.opened[route] >= self.each:
            return
        self.seen.add(address)
        self.opened[route] += 1
        answer = self.client.raw.get(address)
        if answer.status_code != 404:
            self.found.add(route)
        source = self.look(address, answer)
        self.waiting += [
            urljoin(address, one.replace("&amp;", "&")) for one in re.findall(r'<a[^>]* href="(/[^"#]*)', source)
        ]
        forms = re.findall(r'<form[^>]*method="post"[^>]*>', source)
        for form in forms:
            action = re.search(r'action="([^"]*)"', form)
            self.send(urljoin(address, action[1].replace("&amp;", "&") if action else ""))

    def send(self, address: str) -> None:
        """Send a form with nothing in it."""
        route = f"POST {self.route(address)}"
        if urlsplit(address).path in NOT_SENT or self.opened[route] >= self.each:
            return
        self.opened[route] += 1
        headers = {"Sec-Fetch-Site": "same-origin"}
        answer = self.client.raw.post(address, data={"csrf_token": self.client.token()}, headers=headers)
        self.look(f"{address} (sent empty)", answer)
        if answer.status_code == 303:
            self.waiting.append(answer.headers["Location"])

    def route(self, address: str) -> str:
        """The route of an address."""
        with self.app.test_request_context(address) as context:
            return context.request.endpoint or "nowhere"

    def look(self, address: str, answer: TestResponse) -> str:
        """Keep what is not translated on a page."""
        assert answer.status_code < 500, address
        if 300 <= answer.status_code < 400 or answer.mimetype != "text/html":
            return ""
        source: str = answer.get_data(as_text=True)
        for words in bare_words(source):
            if words in self.ids:
                continue
            self.wrong.setdefault(words, set()).add(address)
        return source


@pytest.fixture(scope="module")
def walks(place: Flask) -> dict[str, Walk]:
    """The walks of a guest, a member, and one person of each role."""
    made = {"guest": Walk(place, Client(place), EACH).go()}
    for role in (None, *Role):
        each = EACH if role == Role.FACILITATOR else FEW
        made[role or "member"] = Walk(place, Client(place).sign_in(someone(place, role)), each).go()
    return made


@pytest.mark.parametrize("who", ["guest", "member", *Role])
def test_every_word_of_every_page_can_be_translated(walks: dict[str, Walk], who: str) -> None:
    wrong = walks[who].wrong
    assert not wrong, "\n".join(f"{words}: {min(where)}" for words, where in sorted(wrong.items()))


LATER = {"clear.words"}  # only for who chose a sentence: tests/decisions/answers/test_clear.py


def test_somebody_opened_every_page(place: Flask, walks: dict[str, Walk]) -> None:
    opened = {route for walk in walks.values() for route in walk.found}
    assert sorted(set(pages(place).values()) - opened - LATER) == []


TOKEN, STOP = {"token": "t"}, {"stop": "notifications.stop", "stop_token": "t"}
DEEDS = [{"receipt": "17", "deed": deed} for deed in Deed if deed in ("hide", "leave", "show")]
LETTERS: dict[str, list[dict[str, Any]]] = {
    "email_changed": [{}],
    "follow_confirm": [{**TOKEN, "about": ("thread", 1), "already": already, **STOP} for already in (True, False)],
    "have_account": [TOKEN],
    "join_link": [TOKEN],
    "local_facts": [{"asked_by": "Жё", "facts": "tiers,call-in"}],
    "new_email_link": [TOKEN],
    "news": [
        {"about": ("move", number), "followed_kind": "thread", "followed_id": 1, **STOP} for number in range(1, 40)
    ],
    "no_account": [TOKEN],
    "nudge": [{"about": ("thread", 1), "thread": 1}],
    "organisation_answered": [{}],
    "password_changed": [{}],
    "report_answered": DEEDS,
    "promise": [
        {"about": ("promise", 1), "promise": 1, "due_on": "", "follow": 0, "what": what, "body": body, **TOKEN, **STOP}
        for what in ("soon", "passed", "done")
        for body in (0, 1)
    ],
    "question_for_you": [{"body": 1}],
    "question_news": [{"about": ("question", 1), "what": what} for what in ("answered", "passed-on", "not-here")],
    "question_to_body": [
        {"body": 1, "answers_token": asked, "rhythm_token": "t", "preview": preview}
        for asked, preview in (([[1, 1, "t"]], None), ([], {"words": "Ж", "title": "Ж", "url": "http://a.example/1"}))
    ],
    "reset_link": [TOKEN],
    "ruling": [{"about": ("ruling", 1), "ruling_id": 1}],
    "second_look": [{"about": ("ruling", 1), "agree": agree} for agree in (True, False)],
    "sign_in_link": [TOKEN],
    "what_changed": [{"about": ("thread", 1), "round": 1, "follow": 0, **TOKEN, **STOP}],
    "worry": [{"about": ("concern", 1)}],
}


def test_every_word_of_every_letter_can_be_translated(place: Flask) -> None:
    assert {path.stem for path in (ROOT / "templates/email").glob("[!_]*.txt")} == set(LETTERS)
    wrong = {}
    with place.test_request_context():
        place.extensions.pop("still_wanted", None)
        readers = {"ruling": _author_of_ruling(), "second_look": _author_of_ruling(), "worry": _lead()}
        for template, rows in LETTERS.items():
            for number, values in enumerate(rows):
                about = values.get("about")
                rest = {name: value for name, value in values.items() if name != "about"}
                reader = {"person_id": readers[template]} if template in readers else {"email": "a@example.org"}
                row = put(template, key=f"{template}:{number}", on=clock.now(), about=about, **reader, **rest)
                letter = letters.compose(row)
                if left := bare(letter.subject) or bare(letter.body):
                    wrong[template] = left
        db.session.rollback()
    assert wrong == {}


def _author_of_ruling() -> int:
    post = db.session.get_one(Post, db.session.get_one(Ruling, 1).subject_id)
    author = db.session.get_one(Person, db.session.get_one(Byline, post.byline_id).person_id)
    author.email = author.email or "author@example.org"
    db.session.flush()
    return author.id


def _lead() -> int:
    lead = Person(name="Жю", name_key="жю", email="lead@example.org", email_key="lead@example.org")
    lead.created_at, lead.roles = clock.now(), [PersonRole(role=Role.SAFEGUARDING, given_at=clock.now())]
    db.session.add(lead)
    db.session.flush()
    return lead.id


def test_the_marks_find_what_was_not_translated() -> None:
    assert list(bare_words("<p title='⟦a⟧'>⟦Hello <b>дог</b>⟧ Слог, 3 May</p><code>doorway-draft</code>")) == []
    assert list(bare_words("<p>⟦Hello <b>дог</b>⟧ you</p>")) == ["you"]
    assert list(bare_words("<img alt='A door'><input type=submit value=Go>")) == ["alt='A door'", "value='Go'"]
    assert list(bare_words("<p>⟦Hello …</p>")) == ["1 marks that do not close: a string was cut"]


def test_templates_hold_no_words_of_their_own() -> None:
    """Also the parts that no walk reaches."""
    environment, wrong = Environment(extensions=["jinja2.ext.i18n"]), []
    for path in sorted((ROOT / "templates").rglob("*.*")):
        source = path.read_text()
        plain = "".join(
            value if kind == "data" else "\n" * value.count("\n") + ("\0" if kind.endswith("_end") else "")
            for _line, kind, value in environment.lex(source)
        )
        wrong += [f"{path.relative_to(ROOT)}: {words}" for words in own_words(plain, path.suffix)]
    assert wrong == []


def own_words(plain: str, suffix: str) -> Iterator[str]:
    """Words of a template outside of its expressions, and in attributes that people see."""
    if suffix == ".html":
        for name, value in re.findall(r'\b(alt|title|placeholder|aria-label|label)="([^"]*)"', plain):
            if re.search("[A-Za-z]", value):
                yield f"{name}={value}"
        plain = re.sub(r"<[^>]*>", " ", plain)
        plain = re.sub(r"&\w+;", "", plain)
    for line in plain.replace("\0", " ").splitlines():
        rest = NAMES.sub("", line.replace("Subject:", ""))
        if re.search("[A-Za-z]", rest):
            yield rest.strip()
