"""What an edition is of: an issue, or an official answer on one."""

from dataclasses import dataclass

from decisions.answers.models import OfficialReply
from forum import subjects
from forum.access import FACILITATOR, WRITER, Standing
from forum.db import db
from forum.refusal import Refusal
from forum.say import N_
from forum.threads.models import Post, Thread

ISSUE, ANSWER = "issue", "answer"
MOST = 30  # of one issue with its answers


@dataclass(frozen=True, slots=True)
class About:
    """A thing that can have editions: its issue and, for an answer, its post and whose answer it is."""

    kind: str
    thread: Thread
    post: Post | None = None
    body_id: int | None = None
    body: str = ""

    @property
    def id(self) -> int:
        """The id that its address has."""
        return self.thread.id if self.post is None else self.post.id

    @property
    def address(self) -> str:
        """Its page."""
        kind, thing = ("thread", self.thread) if self.post is None else ("post", self.post)
        return subjects.address(kind, thing)


def find(kind: str, ident: int, who: Standing) -> About | None:
    """Return what may have editions, if this person may see it."""
    if kind == ISSUE:
        thread: Thread | None = subjects.visible("thread", ident, who)
        return None if thread is None else About(ISSUE, thread)
    reply = db.session.get(OfficialReply, ident) if kind == ANSWER else None
    post: Post | None = subjects.visible("post", ident, who) if reply is not None else None
    return None if reply is None or post is None else About(ANSWER, post.thread, post, reply.body_id, reply.body.name)


def may_add(who: Standing, about: About) -> Refusal | None:
    """Whether this person may add an edition and take one off: those who help run this; to an answer also those who
    speak for its body today."""
    if about.body_id is not None and about.body_id in who.speaks_for:
        return WRITER.check(who)
    return FACILITATOR.check(who)


def room_for(there: int) -> Refusal | None:
    """Whether one more edition may stand on an issue that has some already."""
    return Refusal(N_("There are many here already. Take one off first.")) if there >= MOST else None
