"""What a summary is of: the talk of an issue, or a paper. One place knows where each is loaded from."""

from dataclasses import dataclass
from typing import Any

from decisions.meetings.models import Document, Meeting
from decisions.summaries.models import Summary
from forum import subjects
from forum.access import Standing
from forum.db import db
from forum.threads.models import Thread

ISSUE, PAPER = "issue", "paper"


@dataclass(frozen=True, slots=True)
class About:
    """A thing that can have a summary: its name, its page, what history calls it. `posts` for the talk of an issue."""

    kind: str
    id: int
    title: str
    address: str
    parent: tuple[str, int]
    posts: int | None = None

    @property
    def columns(self) -> dict[str, int]:
        """What a summary keeps of it."""
        return {"thread_id" if self.kind == ISSUE else "document_id": self.id}


def find(kind: str, ident: int, who: Standing) -> About | None:
    """Return what may have a summary, if this person may see it."""
    if kind == ISSUE:
        thread: Thread | None = subjects.visible("thread", ident, who)
        return None if thread is None else of_thread(thread)
    paper = db.session.get(Document, ident) if kind == PAPER else None
    return None if paper is None or paper.restricted else of_paper(paper)


def of(summary: Summary) -> About:
    """Return what a summary is of."""
    if summary.thread is not None:
        return of_thread(summary.thread)
    assert summary.document is not None  # noqa: S101 - the table says so
    return of_paper(summary.document)


def of_thread(thread: Thread) -> About:
    """Return the talk of an issue."""
    there = subjects.address("thread", thread)
    return About(ISSUE, thread.id, thread.title, there, ("thread", thread.id), thread.post_count + 1)


def of_paper(paper: Document) -> About:
    """Return a paper, on the page of its meeting."""
    meeting: Any = db.session.get_one(Meeting, paper.meeting_id)
    return About(PAPER, paper.id, paper.title, subjects.address("meeting", meeting), ("meeting", meeting.id))
