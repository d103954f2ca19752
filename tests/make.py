"""Test data by plain functions: each opens the app, keeps what it made, and returns its id."""

from datetime import date, datetime, time, timedelta
from typing import Any

from flask import Flask

from decisions.answers.models import OfficialReply
from decisions.answers.questions.models import Question, QuestionEvent
from decisions.bodies.models import Affiliation, Body
from decisions.editions.models import Edition, EditionFile
from decisions.journeys.joining.models import DraftMove, Joined
from decisions.journeys.models import Deadline, Journey, JourneyIssue, JourneyNow, Move, Stop, StopNow, Verdict, Way
from decisions.meetings.models import AgendaItem, Decision, Document, Meeting, Series
from decisions.packs.models import Entry
from decisions.promises.models import Promise, PromiseEvent, PromiseIssue
from decisions.promises.verdicts.models import VerdictRound
from decisions.summaries.models import Summary
from forum import clock
from forum.access import GUEST, Shown, Standing
from forum.db import db
from forum.people.models import Byline, Person, PersonRole
from forum.people.names import email_key, name_key
from forum.people.passwords import hash_of
from forum.threads.models import Affected, Area, Community, Post, Thread, Topic


def keep(app: Flask, *rows: Any) -> int:
    """Keep rows; return the id of the first, if it has one."""
    with app.app_context():
        db.session.add_all(rows)
        db.session.commit()
        return getattr(rows[0], "id", 0)


def make_person(app: Flask, *, name: str = "Amina", role: str | None = None, **more: Any) -> int:
    """Make an account, with a password if one is given."""
    email = more.pop("email", f"{name.lower().replace(' ', '.')}@example.org")
    on = more.pop("created_at", clock.now())
    if "password" in more:
        with app.app_context():
            more["password_hash"] = hash_of(more.pop("password"))
    key = email_key(email) if email else None
    person = Person(name=name, name_key=name_key(name), email=email, email_key=key, created_at=on, **more)
    if role:
        person.roles.append(PersonRole(role=role, given_at=on))
    return keep(app, person)


def make_byline(app: Flask, *, name: str = "Amina", person_id: int | None = None, **more: Any) -> int:
    """Make a byline."""
    return keep(app, Byline(person_id=person_id, name=name, **more))


def make_topic(app: Flask, name: str = "Day centres") -> int:
    """Make a topic."""
    return keep(app, Topic(slug=name.lower().replace(" ", "-"), name=name))


def make_area(app: Flask, name: str = "Riverside") -> int:
    """Make a part of the place."""
    return keep(app, Area(slug=name.lower().replace(" ", "-"), name=name))


def make_community(app: Flask, name: str = "Deaf people") -> int:
    """Make a community."""
    return keep(app, Community(slug=name.lower().replace(" ", "-"), name=name))


def make_thread(app: Flask, title: str = "Keep the day centre open", **more: Any) -> int:
    """Make a thread with its first post. `topic_id` and `byline_id` are made when they are not given."""
    values: dict[str, Any] = {"slug": title.lower().replace(" ", "-")[:80], "state": Shown.SHOWN, **more}
    values.setdefault("created_at", clock.now())
    values.setdefault("last_post_at", values["created_at"])
    values.setdefault("byline_id", None)
    text = values.pop("text", "It closes on Fridays.")
    values["byline_id"] = values["byline_id"] or make_byline(app)
    if "topic_id" not in values:
        values["topic_id"] = make_topic(app, f"Topic of {title}"[:60])
    thread_id = keep(app, Thread(title=title, **values))
    make_post(app, thread_id, text, byline_id=values["byline_id"], created_at=values["created_at"])
    return thread_id


def make_post(app: Flask, thread_id: int, text: str, *, number: int = 1, **more: Any) -> int:
    """Make a post."""
    more.setdefault("created_at", clock.now())
    more["byline_id"] = more.get("byline_id") or make_byline(app)
    return keep(app, Post(thread_id=thread_id, number=number, text=text, html=f"<p>{text}</p>", **more))


def make_answer(app: Flask, thread_id: int, body_id: int, text: str = "We will look.", **more: Any) -> int:
    """Make an official answer; return the id of its post, which is number 2 unless said otherwise."""
    signed = "Head of Day Services"
    line = more.pop("byline_id", None) or make_byline(app, name="Joan", signed=signed)
    post = make_post(app, thread_id, text, number=more.pop("number", 2), byline_id=line, **more)
    row = OfficialReply(post_id=post, thread_id=thread_id, body_id=body_id, signed=signed, created_at=clock.now())
    keep(app, row)
    return post


def make_edition(app: Flask, thread_id: int, content: bytes = b"Words in another form.", **more: Any) -> int:
    """Make an edition with a text file: Easy Read unless said otherwise."""
    made = {"sort": "easy-read", "lang": "en", "made_by": "Speak Up", "media": "text/plain", "created_at": clock.now()}
    more["byline_id"] = more.get("byline_id") or make_byline(app, name="Dev")
    number = keep(app, Edition(thread_id=thread_id, size=len(content), **{**made, **more}))
    keep(app, EditionFile(edition_id=number, content=content))
    return number


def make_summary(app: Flask, thread_id: int | None, text: str = "People want it open.", **more: Any) -> int:
    """Make a summary, offered unless said otherwise."""
    more["byline_id"] = more.get("byline_id") or make_byline(app, name="Iris")
    return keep(app, Summary(thread_id=thread_id, text=text, **{"created_at": clock.now(), **more}))


def make_affected(app: Flask, thread_id: int, browser: str = "b1") -> int:
    """Let somebody say that an issue affects them too."""
    return keep(app, Affected(thread_id=thread_id, browser=browser, created_at=clock.now()))


def make_body(app: Flask, name: str = "Marlbrook Cabinet", **more: Any) -> int:
    """Make a body, joined unless said otherwise."""
    values = {"slug": name.lower().replace(" ", "-"), "short": f"the {name}", "kind": "cabinet", "joined": True, **more}
    return keep(app, Body(name=name, **values))


def make_word(app: Flask, ident: str, plain: str, **more: Any) -> int:
    """Make a hard word that is explained."""
    name = more.pop("name", ident.capitalize())
    return make_entry(app, "word", ident, data={"id": ident, "name": name, "plain": plain, **more})


def make_affiliation(app: Flask, person_id: int, body_id: int, *, confirmed: bool = True, **more: Any) -> int:
    """Let somebody work for a body, confirmed unless said otherwise."""
    on = clock.now()
    values = {"post": "Head of Day Services", "asked_at": on, "confirmed_at": on if confirmed else None, **more}
    return keep(app, Affiliation(person_id=person_id, body_id=body_id, **values))


def make_entry(app: Flask, kind: str = "body", ident: str = "1", **more: Any) -> int:
    """Make an entry of a pack, as if people had changed what the pack said."""
    data = more.pop("data", {"id": ident, "name": "Council", "short": "the council"})
    values = {"pack": "1", "loaded": {"id": ident}, "number": 1, "changed_at": clock.now(), **more}
    return keep(app, Entry(kind=kind, ident=ident, data=data, **values))


def make_journey(app: Flask, thread_id: int, *, stage: str = "sent", outcome: str = "", **more: Any) -> int:
    """Make a journey and what the fold would have kept of it."""
    by, on = make_byline(app, name="Dev"), clock.now()
    news_on, moved_at = more.pop("news_on", clock.today()), more.pop("moved_at", on)
    journey_id = keep(
        app, Journey(thread_id=thread_id, title=more.pop("title", "A way"), started_at=on, started_by_id=by, **more)
    )
    keep(
        app,
        JourneyNow(
            journey_id=journey_id, stage=stage, outcome=outcome, last_number=1, news_on=news_on, moved_at=moved_at
        ),
        JourneyIssue(journey_id=journey_id, thread_id=thread_id, place=more.get("number", 1)),
    )
    return journey_id


def make_stop(app: Flask, journey_id: int, body_id: int | None, *, role: str = "decide", **more: Any) -> int:
    """Make a stop."""
    values = {"position": 1, "title": "A body decides", **more}
    return keep(app, Stop(journey_id=journey_id, body_id=body_id, role=role, **values))


def make_open(app: Flask, journey_id: int, stop_id: int, body_id: int | None, **more: Any) -> int:
    """Keep what the fold would have kept of an open stop."""
    values = {"waiting": False, "since": clock.today(), "due_on": None, **more}
    return keep(app, StopNow(stop_id=stop_id, journey_id=journey_id, body_id=body_id, **values))


def make_way(app: Flask, stop_id: int, text: str = "Answer the questions", until: date | None = None) -> int:
    """Make something that people can do."""
    return keep(app, Way(stop_id=stop_id, text=text, until=until))


def make_deadline(app: Flask, journey_id: int, due_on: date, *, body_id: int | None = None, **more: Any) -> int:
    """Make a date that matters."""
    values = {"text": "Publish the costs", "basis": "promise", "source": "https://example.org/1", **more}
    return keep(app, Deadline(journey_id=journey_id, due_on=due_on, body_id=body_id, **values))


def make_move(app: Flask, journey_id: int, kind: str, *, number: int = 1, **more: Any) -> int:
    """Make a move."""
    values = {"happened_on": clock.today(), "evidence": "official-record", "plain": "It was agreed.", **more}
    values["byline_id"] = values.get("byline_id") or make_byline(app, name="Dev")
    return keep(
        app,
        Move(journey_id=journey_id, number=number, kind=kind, recorded_at=clock.now(), **values),
    )


def make_meeting(app: Flask, body_id: int, day: date, *, title: str = "Cabinet", **more: Any) -> int:
    """Make a meeting at 7 pm."""
    given = {"starts": time(19), "changed_at": clock.now(), **more}
    return keep(app, Meeting(body_id=body_id, title=title, day=day, **given))


def make_item(app: Flask, meeting_id: int, title: str = "Day services", *, position: int = 1, **more: Any) -> int:
    """Make an item of an agenda."""
    return keep(app, AgendaItem(meeting_id=meeting_id, title=title, position=position, **more))


def make_paper(app: Flask, meeting_id: int, title: str = "The report", **more: Any) -> int:
    """Make a paper."""
    given = {"kind": "report", "url": "https://example.org/report", **more}
    return keep(app, Document(meeting_id=meeting_id, title=title, **given))


def make_series(app: Flask, body_id: int, **more: Any) -> int:
    """Make a series, without its meetings: the first Tuesday of each month at 7 pm."""
    given = {"title": "Cabinet", "every": "FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU", "starts": time(19), **more}
    return keep(app, Series(body_id=body_id, from_on=given.pop("from_on", clock.today()), **given))


def make_decision(app: Flask, body_id: int, title: str = "Day services", **more: Any) -> int:
    """Make a decision."""
    return keep(app, Decision(body_id=body_id, title=title, changed_at=clock.now(), **more))


def make_joined(app: Flask, thread_id: int, *, state: str = "joined", **more: Any) -> int:
    """Join an issue with an item (`item_id`) or a decision (`decision_id`), or suggest it."""
    on = clock.now()
    return keep(app, Joined(thread_id=thread_id, state=state, made_at=on, changed_at=on, **more))


def make_draft(app: Flask, joined_id: int, kind: str = "considered", **more: Any) -> int:
    """Make a draft of a move."""
    on, plain = clock.now(), "They talked about it."
    given = {"said": f"{kind} by hand", "happened_on": clock.today(), "made_at": on, "changed_at": on, **more}
    return keep(app, DraftMove(joined_id=joined_id, kind=kind, plain=given.pop("plain", plain), **given))


def make_verdicts(app: Flask, journey_id: int, *words: str, round_id: int | None = None) -> None:
    """Let people say what came of it."""
    rows = [
        Verdict(journey_id=journey_id, browser=f"b{n}", word=word, created_at=clock.now(), round_id=round_id)
        for n, word in enumerate(words)
    ]
    keep(app, *rows)


def make_round(app: Flask, journey_id: int, *, months: int = 0, ending: int = 1, **more: Any) -> int:
    """Make a round of asking what changed, open today unless said otherwise."""
    today, on = clock.today(), clock.now()
    values = {"ended_on": today, "opens_on": today, "closes_on": today + timedelta(days=30), "created_at": on, **more}
    return keep(app, VerdictRound(journey_id=journey_id, ending=ending, months=months, **values))


def make_promise(app: Flask, body_id: int, *thread_ids: int, words: str = "We will mend the lift.", **more: Any) -> int:
    """Make a promise that is under way, with its first event. `then`: kinds of what happened after."""
    happened = ["made", *more.pop("then", ())]
    stage, due_on, on = more.pop("stage", "under-way"), more.pop("due_on", None), more.pop("created_at", clock.now())
    line = more.pop("byline_id", None) or make_byline(app, name="Dev")
    made_on = more.pop("made_on", clock.local_day(on))
    row = Promise(body_id=body_id, words=words, made_on=made_on, byline_id=line, created_at=on, stage=stage, **more)
    row.due_on, row.last_number = due_on, len(happened)
    promise_id = keep(app, row)
    said = {"happened_on": made_on, "recorded_at": on, "byline_id": line, "plain": words, "voice": "facilitator"}
    for number, kind in enumerate(happened, 1):
        why = {"reason": "No money."} if kind == "dropped" else {}
        day = due_on if number == 1 else None
        keep(app, PromiseEvent(promise_id=promise_id, number=number, kind=kind, planned_on=day, **said, **why))
    for thread_id in thread_ids:
        keep(app, PromiseIssue(promise_id=promise_id, thread_id=thread_id))
    return promise_id


def make_question(app: Flask, body_id: int, thread_id: int, words: str = "Who decides this?", **more: Any) -> int:
    """Make a question, with its first event. `then`: kinds of what happened after; `to_send`: it waits for a letter."""
    on, then = more.pop("created_at", clock.now()), more.pop("then", ())
    line, due_on = more.pop("byline_id", None) or make_byline(app, name="Ada"), more.pop("due_on", None)
    joined, basis = not more.pop("to_send", False), more.pop("basis", "promise" if due_on else "")
    kept = {"due_on": due_on, "basis": basis, "to_send": not joined, "last_number": 1 + len(then), **more}
    kept.setdefault("stage", "waiting" if joined else "not-sent")
    row = Question(thread_id=thread_id, body_id=body_id, byline_id=line, words=words, created_at=on, **kept)
    question_id = keep(app, row)
    said = {"happened_on": clock.local_day(on), "recorded_at": on, "body_id": body_id, "joined": joined}
    for number, kind in enumerate(("asked", *then), 1):
        day = {"due_on": due_on, "basis": basis} if number == 1 and joined else {}
        said |= {"words": "Words.", "word": "email"} if kind == "said" else {"words": "", "word": ""}
        voice = "member" if kind == "said" else "asker" if kind == "asked" else "body"
        event = QuestionEvent(question_id=question_id, number=number, kind=kind, voice=voice, **said, **day)
        keep(app, event)
    return question_id


def ago(days: int) -> datetime:
    """The moment so many days ago."""
    return clock.now() - timedelta(days=days)


def noon() -> time:
    """Noon."""
    return time(12)


def standing_of(app: Flask, person_id: int | None = None) -> Standing:
    """Return who somebody is to the rules, as a request would find out; a guest without an id."""
    with app.app_context():
        person = db.session.get(Person, person_id) if person_id is not None else None
        if person is None:
            return GUEST
        return Standing(
            person_id=person.id,
            name=person.name,
            roles=frozenset(role.role for role in person.roles),
            suspended=person.suspended_at is not None,
            trusted=person.trusted_at is not None,
        )


def make_trusted(app: Flask, name: str = "Bo", **more: Any) -> int:
    """Make an account whose words no longer wait."""
    return make_person(app, name=name, trusted_at=clock.now(), **more)
