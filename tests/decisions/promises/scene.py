"""An issue with a body that owes an answer, somebody affected, and somebody who speaks for the body."""

from dataclasses import dataclass

from flask import Flask

from forum import clock
from forum.notifications.models import Follow
from forum.threads.models import Affected
from tests import make, travel


@dataclass(frozen=True)
class Scene:
    """Ids of what there is."""

    thread: int
    body: int
    stop: int
    helper: int
    speaker: int
    affected: int
    stranger: int


def scene(app: Flask) -> Scene:
    """Make it."""
    body, thread = make.make_body(app, "Lift Board"), make.make_thread(app, "The lift is broken")
    _here, stop = travel.start_journey(app, thread, ("reply", body))
    travel.record(app, thread, "sent", stop)
    speaker = make.make_trusted(app, "Sal")
    make.make_affiliation(app, speaker, body, post="Head of Lifts")
    affected = make.make_trusted(app, "Ada")
    make.keep(app, Affected(thread_id=thread, person_id=affected, created_at=clock.now()))
    helper = make.make_person(app, name="Hana", role="facilitator")
    return Scene(thread, body, stop, helper, speaker, affected, make.make_trusted(app, "Stan"))


def follow(app: Flask, thread: int, email: str = "joan@example.org") -> int:
    """Let an address follow an issue without an account."""
    on = clock.now()
    row = Follow(kind="thread", subject_id=thread, email=email, email_key=email, created_at=on, confirmed_at=on)
    return make.keep(app, row)


def affect(app: Flask, thread: int, *names: str) -> list[int]:
    """Let people be affected."""
    found = [make.make_trusted(app, name) for name in names]
    make.keep(app, *(Affected(thread_id=thread, person_id=one, created_at=clock.now()) for one in found))
    return found
