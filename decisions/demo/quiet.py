"""Quiet threads: talk composed from written posts with a fixed seed, so that nothing is judged on an empty site."""

import random
import re
from collections import defaultdict
from typing import Any

from sqlalchemy import func, select

from decisions.demo.files import read
from decisions.demo.talk import Talk
from forum.db import db
from forum.threads.models import Post

POSTS = 5_000
SENTENCE = re.compile(r"(?<=[.!?])\s+")


def compose(talk: Talk, written: list[dict[str, Any]]) -> int:
    """Fill up to 5,000 posts with quiet threads. Returns how many threads were added."""
    chance = random.Random(2026)  # noqa: S311 - a fixed seed: the same place every time
    sentences = _sentences(written)
    titles = _titles(chance)
    missing = POSTS - (db.session.scalar(select(func.count(Post.id))) or 0)
    each = max(1, missing // len(titles))
    for place, (topic, area, title) in enumerate(titles):
        count = each if place < len(titles) - 1 else missing - each * (len(titles) - 1)
        _thread(talk, chance, topic, area, title, sentences, count)
    return len(titles)


def _sentences(written: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The sentences of shown, unofficial posts, by topic; those that lean on what went before are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in written:
        for post in row.get("post", ()):
            if "state" in post or "official" in post or "{day" in post["text"] or "**" in post["text"]:
                continue
            for sentence in SENTENCE.split(" ".join(post["text"].split())):
                if 25 < len(sentence) < 160 and not sentence.startswith(("And ", "But ", "So ", "Yes", "No,", "-")):
                    found[row["topic"]].append(sentence)
    return found


def _titles(chance: random.Random) -> list[tuple[str, str, str]]:
    """A topic, an area and a title for each quiet thread."""
    rows, names = read("quiet.toml"), {row["slug"]: row["name"] for row in read("place.toml")["areas"]}
    found = []
    for topic, patterns in rows["titles"].items():
        for pattern in patterns:
            area = chance.choice(list(names))
            found.append((topic, area, pattern.replace("{area}", names[area])))
    chance.shuffle(found)
    return found


def _thread(
    talk: Talk, chance: random.Random, topic: str, area: str, title: str, sentences: dict[str, list[str]], count: int
) -> None:
    pool = sentences.get(topic) or [one for every in sentences.values() for one in every]
    people = talk.people
    age = chance.randint(150, 380)
    kind = chance.choice(("issue", "issue", "question", "idea", "story"))
    row = {"kind": kind, "title": title, "topic": topic, "area": area, "days_ago": age}
    thread = talk.start(row, people.neighbour(chance.choice(people.neighbours)))
    for number in range(count):
        text = " ".join(chance.sample(pool, chance.randint(1, min(3, len(pool)))))
        day = age - (number * min(age - 2, 120)) // max(count, 1)
        talk.post(thread, people.neighbour(chance.choice(people.neighbours)), text, day)
    talk.around(thread, chance.randint(0, 12), chance.randint(0, 9))
