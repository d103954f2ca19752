"""Threads and posts of the demonstration."""

import random
from typing import Any

from decisions.answers.models import OfficialReply
from decisions.bodies.models import Body
from decisions.demo.files import Days
from decisions.demo.people import People
from forum import markup
from forum.access import Shown
from forum.db import db
from forum.moderation.actions import add_ruling
from forum.moderation.models import Flag
from forum.moderation.reasons import Deed, Reason
from forum.notifications.models import Follow
from forum.people.models import Byline, Person
from forum.threads.models import Affected, Area, Ask, Community, Keeper, Post, PostVersion, Thread, Topic
from forum.threads.opening import Opening, composed
from forum.threads.slugs import slug


class Talk:
    """Loads threads. `places` has topics, areas and communities by slug; `bodies` by slug."""

    def __init__(self, days: Days, people: People, places: dict[str, dict[str, int]], bodies: dict[str, Body]) -> None:
        self.days, self.people, self.places, self.bodies = days, people, places, bodies
        self.chance = random.Random(42)  # noqa: S311 - a fixed seed: the same place every time

    def thread(self, row: dict[str, Any]) -> tuple[Thread, dict[str, Post]]:
        """Load a thread with its posts. Returns it and its posts by id of the file."""
        raised_by = self.people.byline(row["by"], capacity=row.get("capacity", False))
        thread = self.start(row, raised_by)
        opening = Opening(**{name: self.days.words(words) for name, words in row["opening"].items()})
        self.post(thread, raised_by, composed(opening), row["days_ago"])
        posts: dict[str, Post] = {}
        for one in row.get("post", ()):
            made = self._written(thread, one, posts)
            if "id" in one:
                posts[one["id"]] = made
        for number, ask in enumerate(row.get("ask", ()), 1):
            self._ask(thread, ask, number)
        if keeper := row.get("keeper"):
            self._keeper(thread, keeper, row["days_ago"])
        self.around(thread, row.get("followers", 0), row.get("affected", 0))
        for key in {row["by"], row.get("keeper", row["by"])}:
            self._follow(thread, self.people.by_key[key].id)
        return thread, posts

    def start(self, row: dict[str, Any], raised_by: Byline) -> Thread:
        """Add an empty thread."""
        at = self.days.moment(row["days_ago"], self.chance.randrange(300))
        thread = Thread(
            kind=row["kind"],
            title=row["title"],
            slug=slug(row["title"], row["kind"]),
            topic_id=self.places["topics"][row["topic"]],
            area_id=self.places["areas"].get(row.get("area", "")),
            community_id=self.places["communities"].get(row.get("community", "")),
            byline_id=raised_by.id,
            created_at=at,
            last_post_at=at,
        )
        db.session.add(thread)
        db.session.flush()
        return thread

    def post(self, thread: Thread, byline: Byline, text: str, days_ago: int, **more: Any) -> Post:
        """Add a post; the first of a thread is its opening."""
        number = more.pop("number", None) or self._next(thread)
        at = max(self.days.moment(days_ago, self.chance.randrange(900)), thread.last_post_at)
        made = Post(
            thread_id=thread.id, number=number, byline_id=byline.id, text=text, html=markup.render(text), **more
        )
        made.created_at = thread.created_at if number == 1 else at
        db.session.add(made)
        if number > 1 and made.state in (None, Shown.SHOWN):
            thread.post_count = (thread.post_count or 0) + 1
            thread.last_post_at = made.created_at
        return made

    def _next(self, thread: Thread) -> int:
        counted = getattr(thread, "_numbers", 0) + 1
        thread._numbers = counted  # type: ignore[attr-defined]
        return int(counted)

    def _written(self, thread: Thread, row: dict[str, Any], posts: dict[str, Post]) -> Post:
        """A post of a file, with what is special about it."""
        official = row.get("official")
        another = row.get("as", "")
        byline = self.people.byline(
            row["by"], capacity=bool(official) or row.get("capacity", False), thread_id=thread.id, name=another
        )
        more: dict[str, Any] = {"state": row.get("state", Shown.SHOWN)}
        if parent := posts.get(row.get("reply_to", "")):
            more["reply_to_id"] = parent.id
        if "came_by" in row:
            typed = self.people.facilitator(row.get("typed_by", "dev"))
            more |= {"came_by": row["came_by"], "consent": True, "typed_by_id": typed.id}
        text = self.days.words(row["text"])
        made = self.post(thread, byline, text, row["days_ago"], **more)
        db.session.flush()  # what hangs on a post of the files needs its id
        if official:
            signed = self.people.words[row["by"]]["signed"]
            made_for = self.bodies[official]
            db.session.add(
                OfficialReply(
                    post_id=made.id, thread_id=thread.id, body_id=made_for.id, signed=signed, created_at=made.created_at
                )
            )
        self._edited(made, row)
        if made.state == Shown.HIDDEN:
            self._hide(made, row)
        return made

    def _edited(self, post: Post, row: dict[str, Any]) -> None:
        if "edited_days_ago" not in row:
            return
        post.edited_at = max(self.days.moment(row["edited_days_ago"], 600), post.created_at)
        before = self.days.words(row.get("before", post.text))
        db.session.add(
            PostVersion(post_id=post.id, number=1, text=before, html=markup.render(before), until=post.edited_at)
        )

    def _hide(self, post: Post, row: dict[str, Any]) -> None:
        """A hidden post has a report and a ruling, as it would have had."""
        mo = self.people.by_key["mo"]
        words = row.get("reason", "")
        reason = Reason.PERSONAL if "someone else" in words else Reason.UNKIND
        at = max(self.days.moment(max(row["days_ago"] - 1, 0), 700), post.created_at)
        ruling = add_ruling("post", post.id, Deed.HIDE, reason=reason, words=words, by=mo.id, on=at)
        receipt = f"DEMO{post.id:06d}"
        flag = Flag(receipt=receipt, kind="post", subject_id=post.id, reason=reason, created_at=post.created_at)
        flag.ruling_id = ruling.id
        db.session.add(flag)

    def _ask(self, thread: Thread, row: dict[str, Any], number: int) -> None:
        dev = self.people.facilitator("dev")
        on = self.days.moment(row["days_ago"], 400)
        db.session.add(
            Ask(
                thread_id=thread.id,
                number=number,
                text=self.days.words(row["text"]),
                agreed_by=self.days.words(row["agreed"]),
                agreed_on=self.days.ago(row["days_ago"]),
                differing=self.days.words(row.get("differing", "")),
                written_by_id=dev.id,
                created_at=on,
            )
        )

    def _keeper(self, thread: Thread, key: str, days_ago: int) -> None:
        row = self.people.words[key]
        line = self.people.facilitator(key) if "facilitator" in row.get("roles", ()) else self.people.byline(key)
        person = self.people.by_key[key]
        since = self.days.moment(days_ago, 899)
        db.session.add(Keeper(thread_id=thread.id, person_id=person.id, byline_id=line.id, since=since))

    def around(self, thread: Thread, followers: int, affected: int) -> None:
        """Have neighbours follow a thread and say that it affects them too."""
        for person in self._some(followers):
            self._follow(thread, person.id)
        for person in self._some(affected):
            db.session.add(Affected(thread_id=thread.id, person_id=person.id, created_at=thread.created_at))
        thread.follow_count = min(followers, len(self.people.neighbours))
        thread.affected_count = min(affected, len(self.people.neighbours))

    def _follow(self, thread: Thread, person_id: int) -> None:
        at = thread.created_at
        db.session.add(Follow(kind="thread", subject_id=thread.id, person_id=person_id, created_at=at, confirmed_at=at))

    def _some(self, count: int) -> list[Person]:
        every = self.people.neighbours
        return self.chance.sample(every, min(count, len(every)))


def load_places(rows: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Add topics, areas and communities. Returns their ids by slug."""
    found: dict[str, dict[str, int]] = {}
    for name, model in (("topics", Topic), ("areas", Area), ("communities", Community)):
        made = [model(slug=row["slug"], name=row["name"]) for row in rows[name]]
        for position, one in enumerate(made):
            if isinstance(one, Topic):
                one.position = position
        db.session.add_all(made)
        db.session.flush()
        found[name] = {one.slug: one.id for one in made}
    return found
