"""A small world with, for every kind of thing that an address names, one's own, somebody else's, and hidden ones."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select, update

from decisions.answers.questions import tokens as private
from decisions.answers.questions.models import Question, ReadyReply
from decisions.doubts.models import Doubt
from decisions.glossary.models import Suggestion
from decisions.imports.models import Brought, Origin, Source
from decisions.journeys.models import Journey, JourneyIssue, Move, Stop
from decisions.promises import tokens as asked
from decisions.promises.owners import Owner
from forum import clock
from forum.access import Shown
from forum.db import db
from forum.moderation.models import Appeal, Concern, Flag, Ruling
from forum.notifications import tokens
from forum.notifications.models import Follow
from forum.people.mailed_links import Purpose
from forum.people.models import MailedLink
from forum.people.signing_in import hashed
from forum.threads.models import Affected, Keeper, Thread
from tests import make, packs, travel
from tests.roles.people import MODERATORS, STAFF, Asker, everybody

Address = dict[str, Any]  # what fills an address, by name
NOWHERE = 2_000_000
WORRY, ADDRESS = "I am worried about my neighbour.", "somebody.else@example.org"


@dataclass(frozen=True)
class Place:
    """The body and the topic of every issue."""

    body: int
    topic: int


@dataclass
class World:
    """The people, and what each of them has. `somebody` owns all that is "of somebody else"."""

    app: Flask
    askers: dict[str, Asker] = field(default_factory=dict)
    things: dict[str, dict[str, dict[str, Address]]] = field(default_factory=dict)  # owner, kind, state

    def variants(self, kind: str, who: str) -> dict[str, Address]:
        """Return the things of a kind as this asker meets them, by what they are to them."""
        theirs = self.things["somebody"].get(kind, {})
        found = {("other" if state == "shown" else state): fill for state, fill in theirs.items()}
        for state, fill in self.things.get(who, {}).get(kind, {}).items():
            if state not in ("missing", "elsewhere"):
                found["own" if state == "shown" else f"own {state}"] = fill
        return found


def secret(who: str) -> str:
    """Words that nobody reads but their writer and moderators."""
    return f"the secret of {who} here"


def made_known(text: str, asker: Asker) -> list[str]:
    """Return what a page tells this asker that they should not read there."""
    found = [] if asker.who in MODERATORS else re.findall(r"the secret of ([\w ]+) here", text)
    told = [f"the secret of {who}" for who in found if who != asker.who]
    told += ["a worry"] if WORRY in text else []
    return told + (["an address"] if ADDRESS in text and asker.who not in STAFF else [])


def make_world(app: Flask) -> World:
    """Make the world once: every walk leaves it as it was."""
    world = World(app)
    body, topic = make.make_body(app), make.make_topic(app)
    world.askers = everybody(app, body)
    somebody = make.make_trusted(app, "Somebody Else")
    owners = {who: asker.id for who, asker in world.askers.items()} | {"somebody": somebody}
    for who, person in owners.items():
        if person is not None:
            world.things[who] = _belongings(app, who, person, Place(body, topic))
    _shared(app, world.things["somebody"], body)
    return world


def _belongings(app: Flask, who: str, person: int, place: Place) -> dict[str, dict[str, Address]]:
    line = make.make_byline(app, name=f"Person {who}", person_id=person)
    shown = _issue(app, f"An issue of {who}", line, Shown.SHOWN, place)
    hidden = _issue(app, f"A hidden issue, {secret(who)}", line, Shown.HIDDEN, place)
    make.keep(app, Keeper(thread_id=shown["thread"]["id"], person_id=person, byline_id=line, since=clock.now()))
    made = {kind: {"shown": shown[kind], "hidden": hidden[kind]} for kind in shown}
    made["issue without steps"] = {
        str(state): {
            "id": make.make_thread(app, f"Not started, {state}", byline_id=line, topic_id=place.topic, state=state),
        }
        for state in (Shown.SHOWN, Shown.HIDDEN)
    }
    made["promise"] = _promises(app, shown["thread"]["id"], hidden["thread"]["id"], line, place.body)
    made["question put to a body"] = _questions(app, shown["thread"]["id"], hidden["thread"]["id"], line, place.body)
    made |= _other_forms(app, shown["thread"]["id"], hidden["thread"]["id"], line, place.body)
    made["post"] = _posts(app, shown["thread"]["id"], hidden["thread"]["id"], line, who)
    made |= _rulings(app, made["post"]["hidden"]["id"], person, who)
    claim = make.make_affiliation(app, person, make.make_body(app, f"Body of {who}"), confirmed=False)
    made["claim"] = {"shown": {"id": claim}, "missing": {"id": NOWHERE}}
    return made


def _issue(app: Flask, title: str, line: int, state: Shown, place: Place) -> dict[str, Address]:
    """An issue with a route of two steps, an entry, a date and something that people can do."""
    thread, body = make.make_thread(app, title, byline_id=line, topic_id=place.topic), place.body
    _here, stop = travel.start_journey(app, thread, ("decide", body))
    travel.record(app, thread, "sent", stop)
    with app.app_context():
        journey = _journey_of(app, thread)
        move = db.session.scalars(select(Move.id).where(Move.journey_id == journey).order_by(Move.id.desc())).first()
        if state != Shown.SHOWN:
            db.session.execute(update(Thread).where(Thread.id == thread).values(state=state))
            db.session.commit()
    spare = make.make_stop(app, journey, body, position=9, title="A step with nothing yet", writing_counts="we-send")
    make.make_stop(app, journey, body, position=10, title="The last step")
    other = make.make_thread(app, f"Beside number {thread}", byline_id=line, topic_id=place.topic)
    travel.start_journey(app, other, ("decide", body))
    make.keep(app, JourneyIssue(journey_id=_journey_of(app, other), thread_id=thread, place=2))
    way = make.make_way(app, stop)
    deadline = make.make_deadline(app, journey, clock.today(), body_id=body)
    issue = {"id": thread, "slug": title.lower().replace(" ", "-")[:80], "kind": "thread"}
    return {
        "thread": issue,
        "stop": {"id": thread, "stop": spare},
        "goes along": {"id": thread, "journey": _journey_of(app, other)},
        "way": {"id": thread, "way": way},
        "deadline": {"id": thread, "deadline": deadline},
        "move": {"id": move, "kind": "move"},
    }


def _journey_of(app: Flask, thread: int) -> int:
    with app.app_context():
        return db.session.scalars(select(Journey.id).where(Journey.thread_id == thread)).one()


def _posts(app: Flask, thread: int, hidden_thread: int, line: int, who: str) -> dict[str, Address]:
    """A post in each state, and one on a hidden issue."""
    found = {}
    for number, state in enumerate(Shown, 10):
        text = "Words for everyone." if state == Shown.SHOWN else f"Words that are {state}, {secret(who)}."
        post = make.make_post(app, thread, text, number=number, byline_id=line, state=state)
        found[str(state)] = {"id": post, "kind": "post"}
    inside = make.make_post(app, hidden_thread, f"Words inside, {secret(who)}.", number=10, byline_id=line)
    return found | {"on a hidden issue": {"id": inside, "kind": "post"}}


def _promises(app: Flask, thread: int, hidden: int, line: int, body: int) -> dict[str, Address]:
    """A promise that all can see, one that nobody has checked, one whose words are hidden, one on a hidden issue."""
    passed, by = clock.today() - timedelta(days=3), {"byline_id": line}
    due = {"due_on": passed, "made_on": passed}
    return {
        "shown": {"id": make.make_promise(app, body, thread, **by, **due)},
        "proposed": {"id": make.make_promise(app, body, thread, stage="proposed", **by)},
        "hidden": {"id": make.make_promise(app, body, thread, state="hidden", **by, **due)},
        "on a hidden issue": {"id": make.make_promise(app, body, hidden, **by, **due)},
    }


def _questions(app: Flask, thread: int, hidden: int, line: int, body: int) -> dict[str, Address]:
    """A question that all can see, one whose words are hidden, one on a hidden issue."""
    by = {"byline_id": line, "due_on": clock.today()}
    return {
        "shown": {"id": make.make_question(app, body, thread, **by)},
        "hidden": {"id": make.make_question(app, body, thread, state="hidden", **by)},
        "on a hidden issue": {"id": make.make_question(app, body, hidden, **by)},
    }


def _other_forms(app: Flask, thread: int, hidden: int, line: int, body: int) -> dict[str, dict[str, Address]]:
    """An answer with what people made of it and of its issue in other forms: editions, and summaries in each state."""
    answers = {
        state: make.make_answer(app, of, body, byline_id=line) for state, of in (("shown", thread), ("hidden", hidden))
    }
    paper = make.make_paper(app, make.make_meeting(app, body, clock.today()))
    by, picked = {"byline_id": line}, {"picked_at": clock.now()}
    return {
        "answer": {"shown": {"id": thread, "number": 2}, "hidden": {"id": hidden, "number": 2}},
        "answer with editions": {state: {"kind": "answer", "id": post} for state, post in answers.items()},
        "what has summaries": {"shown": {"kind": "paper", "id": paper}, "hidden": {"kind": "issue", "id": hidden}},
        "edition": {
            "shown": {"id": make.make_edition(app, thread, **by)},
            "hidden": {"id": make.make_edition(app, thread, state="hidden", **by)},
            "on a hidden issue": {"id": make.make_edition(app, hidden, **by)},
        },
        "summary": {
            "shown": {"id": make.make_summary(app, thread, **by, **picked)},
            "offered": {"id": make.make_summary(app, thread, **by)},
            "hidden": {"id": make.make_summary(app, thread, state="hidden", dropped_at=clock.now(), **by, **picked)},
            "on a hidden issue": {"id": make.make_summary(app, hidden, **by, **picked)},
        },
    }


def _rulings(app: Flask, post: int, person: int, who: str) -> dict[str, dict[str, Address]]:
    """What was decided about the hidden post, a report of it, and a request to look again."""
    on = clock.now()
    receipt = f"R{person:05d}"
    flag = make.keep(app, Flag(receipt=receipt, kind="post", subject_id=post, reason="unkind", created_at=on))
    made = {"kind": "post", "subject_id": post, "reason": "unkind", "at": on}
    ruling = make.keep(app, Ruling(deed="hide", **made))
    asked = make.keep(app, Ruling(deed="hide", **made))
    appeal = make.keep(app, Appeal(ruling_id=asked, person_id=person, words=f"Why, {secret(who)}?", created_at=on))
    missing = {"missing": {"id": NOWHERE}}
    return {
        "flag": {"shown": {"id": flag}, **missing},
        "receipt": {"shown": {"receipt": receipt}, "missing": {"receipt": "NO-SUCH"}},
        "ruling": {"shown": {"id": ruling}, **missing},
        "appeal": {"shown": {"id": appeal}, **missing},
    }


def _shared(app: Flask, made: dict[str, dict[str, Address]], body: int) -> None:
    """What belongs to nobody in particular, and what is not there, or not on this issue."""
    made["issue without steps"]["missing"] = {"id": NOWHERE}
    made["promise"]["missing"] = made["question put to a body"]["missing"] = {"id": NOWHERE}
    for kind in ("promise", "edition", "summary"):
        made[kind]["missing"] = {"id": NOWHERE}
    made["answer"]["missing"] = {"id": made["thread"]["shown"]["id"], "number": NOWHERE}
    made["answer with editions"]["missing"] = {"kind": "answer", "id": NOWHERE}
    made["what has summaries"]["missing"] = {"kind": "moon", "id": 1}
    nothing = {"thread": {"slug": "no-such-issue", "kind": "thread"}, "post": {"kind": "post"}, "move": {}}
    for kind, more in nothing.items():
        made[kind]["missing"] = {"id": NOWHERE, **more}
    with app.app_context():
        wrong = db.session.scalars(select(Journey).order_by(Journey.id)).first()
        assert wrong is not None
        step = make.make_stop(app, wrong.id, body, position=8, title="A step of another issue")
    issue = made["thread"]["shown"]["id"]
    inner = {"stop": step, "way": make.make_way(app, step), "deadline": _date_elsewhere(app, step)}
    for kind, row in inner.items():
        made[kind]["missing"] = {"id": issue, kind: NOWHERE}
        made[kind]["elsewhere"] = {"id": issue, kind: row}
    made["goes along"] |= {
        "missing": {"id": issue, "journey": NOWHERE},
        "elsewhere": {"id": issue, "journey": _journey_of(app, issue)},
    }
    made["body"] = {"shown": {"slug": "marlbrook-cabinet"}, "missing": {"slug": "no-such-body"}}
    made["usual steps"] = {"shown": {"ident": "close-hall"}, "missing": {"ident": "no-such-steps"}}
    made["topic"] = {"shown": {"slug": "day-centres"}, "missing": {"slug": "none"}}
    packs.load(app)
    made["entry"] = {"shown": {"kind": "body", "ident": "council"}, "missing": {"kind": "body", "ident": "none"}}
    said = {"question": ("topic", "hall"), "clock": ("ident", "reply"), "guide": ("ident", "write")}
    said |= {
        "power": ("ident", "hall-decides"),
        "practice": ("ident", "meeting"),
        "thing to start": ("ident", "lunch-club"),
    }
    for kind, (name, ident) in said.items():
        made[kind] = {"shown": {name: ident}, "missing": {name: "no-such-thing"}}
    doubt = make.keep(app, Doubt(about="/", title="Home", words="It is wrong.", created_at=clock.now()))
    made |= _words(app, issue, body)
    made["doubt"] = {"shown": {"id": doubt}, "missing": {"id": NOWHERE}}
    made |= _meetings(app, body)
    made |= _joins(app, body, made["thread"])
    source = make.keep(app, Source(reader="text", name="Agendas", address="https://example.org/a", made_at=clock.now()))
    theirs = make.keep(
        app, Origin(source_id=source, kind="body", ident="1", fetched_at=clock.now(), said={"name": "A"})
    )
    held = {"content": b"1. Minutes", "meeting_id": make.make_meeting(app, body, clock.today()), "made_at": clock.now()}
    brought = make.keep(app, Brought(source_id=source, name="Agenda", **held))
    made["source"] = {"shown": {"id": source}, "missing": {"id": NOWHERE}}
    made["body of a source"] = {"shown": {"id": source, "origin": theirs}, "missing": {"id": source, "origin": NOWHERE}}
    made["something brought"] = {"shown": {"id": brought}, "missing": {"id": NOWHERE}}
    made["file of data"] = {"shown": {"name": "moves"}, "missing": {"name": "moon"}}
    made["empty table"] = {"shown": {"kind": "meeting"}, "missing": {"kind": "moon"}}
    made["kind of entry"] = {"shown": {"kind": "body"}, "missing": {"kind": "moon"}}
    gone = make.make_person(app, name="Gone Away", erased_at=clock.now(), email=None)
    new = make.make_person(app, name="New Here")
    made["person"] = {"shown": {"person_id": new, "id": new}, "missing": {"person_id": gone, "id": gone}}
    made["name"] = {"shown": {"name": "New Here"}, "missing": {"name": "Nobody Here"}}
    worry = make.keep(app, Concern(words=WORRY, created_at=clock.now()))
    made["worry"] = {"shown": {"id": worry}, "missing": {"id": NOWHERE}}
    made |= _links(app, new) | _letters(app, issue) | _records(app, body, issue) | _answering(app, body, issue)


def _words(app: Flask, issue: int, body: int) -> dict[str, dict[str, Address]]:
    """A hard word, one that waits to be explained, and an official answer that readers are asked about."""
    waits = make.keep(app, Suggestion(word="Quantum", key="quantum", created_at=clock.now()))
    made = {"word suggested": {"shown": {"id": waits}, "missing": {"id": NOWHERE}}}
    make.make_word(app, "quorum", "How many must be there.")
    made["word"] = {"shown": {"slug": "quorum"}, "missing": {"slug": "no-such-word"}}
    made["official answer"] = {
        "shown": {"id": make.make_answer(app, issue, body, number=91)},
        "hidden": {"id": make.make_answer(app, issue, body, number=92, state=Shown.HIDDEN)},
        "elsewhere": {"id": make.make_post(app, issue, "Only my own view.", number=93)},
        "missing": {"id": NOWHERE},
    }
    return made


def _records(app: Flask, body: int, issue: int) -> dict[str, dict[str, Address]]:
    """A decision, a record of it, and the links of letters that ask."""
    made = make.make_decision(app, body)
    promise = make.make_promise(app, body, issue, then=["says-done"], stage="says-done")
    person = make.make_trusted(app, "Asked Person")
    make.keep(app, Affected(thread_id=issue, person_id=person, created_at=clock.now()))
    with app.app_context():
        journey = db.session.scalars(select(Journey.id).where(Journey.thread_id == issue)).one()
    one = make.make_round(app, journey)
    with app.app_context():
        reader = Owner(person_id=person)
        links = {
            "link to a round": asked.make(asked.ROUND, one, reader),
            "link to check": asked.make(asked.CHECK, promise, reader),
            "link to be asked no more": asked.make(asked.STOP, issue, reader),
        }
    record = {"about": "decision", "heading": "asked"}
    return {
        "decision": {"shown": {"id": made}, "missing": {"id": NOWHERE}},
        "record": {"shown": {"id": made, **record}, "missing": {"id": NOWHERE, **record}},
        **{name: {"shown": {"token": token}, "missing": {"token": "no"}} for name, token in links.items()},
    }


def _answering(app: Flask, body: int, issue: int) -> dict[str, dict[str, Address]]:
    """A question that was answered, the private link of one, how often we write to a body, its ready reply."""
    surgery = make.make_body(app, "A Surgery", joined=False, email="manager@surgery.example.org")
    asked = make.make_question(app, surgery, issue, to_send=True)
    reply = make.keep(app, ReadyReply(body_id=body, title="Thanks", text="Thank you.", created_at=clock.now()))
    with app.app_context():
        link = private.for_question(db.session.get_one(Question, asked))
        rhythm = private.for_rhythm(surgery, "manager@surgery.example.org")
    return {
        "link to answer": {"shown": {"token": link}, "missing": {"token": "no"}},
        "link to how often": {"shown": {"token": rhythm}, "missing": {"token": "no"}},
        "body by number": {"shown": {"id": body}, "missing": {"id": NOWHERE}},
        "ready reply": {"shown": {"id": reply}, "missing": {"id": NOWHERE}},
    }


def _meetings(app: Flask, body: int) -> dict[str, dict[str, Address]]:
    """A meeting with an item and a paper, another one with its own, a decision, a series."""
    meeting, other = (make.make_meeting(app, body, clock.today()) for _each in range(2))
    found: dict[str, dict[str, Address]] = {
        "meeting": {"shown": {"id": meeting, "slug": "cabinet"}, "missing": {"id": NOWHERE, "slug": "cabinet"}}
    }
    for kind, made in (("item", make.make_item), ("paper", make.make_paper)):
        here, elsewhere = made(app, meeting), made(app, other)
        found[kind] = {
            name: {"id": meeting, kind: number}
            for name, number in (("shown", here), ("missing", NOWHERE), ("elsewhere", elsewhere))
        }
    numbers = {"decision": make.make_decision(app, body), "series": make.make_series(app, body)}
    return found | {kind: {"shown": {"id": number}, "missing": {"id": NOWHERE}} for kind, number in numbers.items()}


def _joins(app: Flask, body: int, issues: dict[str, Address]) -> dict[str, dict[str, Address]]:
    """What may be joined with an issue and what is, and a draft of it: of an issue that all can see, and of another."""
    found: dict[str, dict[str, Address]] = {}
    for name in ("shown", "hidden"):
        thread = issues[name]["id"]
        item = make.make_item(app, make.make_meeting(app, body, clock.today()))
        suggestion = make.make_joined(app, thread, state="suggested", item_id=item)
        joined = make.make_joined(app, thread, decision_id=make.make_decision(app, body))
        numbers = {"suggestion": suggestion, "joined record": joined, "draft": make.make_draft(app, joined)}
        for kind, number in numbers.items():
            found.setdefault(kind, {"missing": {"id": NOWHERE}})[name] = {"id": number}
    return found


def _date_elsewhere(app: Flask, stop: int) -> int:
    with app.app_context():
        journey = db.session.get_one(Stop, stop).journey_id
    return make.make_deadline(app, journey, clock.today())


def _links(app: Flask, person: int) -> dict[str, dict[str, Address]]:
    """A link of each purpose that holds, and one that was used."""
    found = {}
    for purpose in Purpose:
        for used in (None, make.ago(1)):
            token = f"{purpose}-{'used' if used else 'good'}"
            about = {"email": f"{token}@example.org", "person_id": None if purpose == Purpose.JOIN else person}
            values = {"name": "Joan Newly"} if purpose == Purpose.JOIN else {"email": about["email"]}
            row = {"purpose": purpose, "values": values, "used_at": used, "created_at": clock.now(), **about}
            make.keep(app, MailedLink(token_hash=hashed(token), **row))
        found[str(purpose)] = {"shown": {"token": f"{purpose}-good"}, "missing": {"token": f"{purpose}-used"}}
    return found


def _letters(app: Flask, issue: int) -> dict[str, dict[str, Address]]:
    """The links of a letter to somebody who follows by e-mail alone."""
    mail = {"email": "joan@example.org", "email_key": "joan@example.org"}
    row = Follow(kind="thread", subject_id=issue, created_at=clock.now(), **mail)
    with app.app_context():
        db.session.add(row)
        db.session.commit()
        made = {one: tokens.make(str(app.secret_key), one, row) for one in (tokens.CONFIRM, tokens.STOP)}
    return {f"letter to {one}": {"shown": {"token": token}, "missing": {"token": "no"}} for one, token in made.items()}
