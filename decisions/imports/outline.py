"""Say in sentences what bringing something in would do, or did (pure)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from decisions.imports.comparing import Act, Change, Plan
from decisions.imports.placing import Waiting
from decisions.meetings.kinds import CALL_IN_WORDS, RESULT_WORDS, STATUS_WORDS
from forum.say import N_, NN_, Sentence

KIND_WORDS = {
    "body": N_("Body"), "meeting": N_("Meeting"), "item": N_("Item"), "document": N_("Paper"),
    "attendance": N_("Who was there"), "decision": N_("Decision"), "seat": N_("Seat"),
}  # fmt: skip
FIELD_WORDS = {
    "body": N_("body"), "meeting": N_("meeting"), "item": N_("item"), "title": N_("title"), "name": N_("name"),
    "day": N_("day"), "starts": N_("starts at"), "ends": N_("ends at"), "status": N_("status"), "place": N_("place"),
    "watch": N_("where to watch"), "about": N_("about"), "url": N_("web address"), "zone": N_("time zone"),
    "position": N_("place in the list"), "number": N_("number"), "heading": N_("is a heading"),
    "restricted": N_("without the public"), "may_speak": N_("the public may speak"), "agenda": N_("words before"),
    "minutes": N_("words after"), "kind": N_("kind"), "published_on": N_("published on"), "role": N_("role"),
    "attended": N_("was there"), "maker": N_("made by"), "official": N_("official words"), "result": N_("result"),
    "decided_on": N_("decided on"), "in_force_on": N_("in force from"), "key": N_("key decision"),
    "call_in": N_("another look"), "holder": N_("held by"), "party": N_("party"),
    "area": N_("area"), "from": N_("from"), "to": N_("until"),
}  # fmt: skip
ACT_WORDS = {
    Act.ADD: NN_("%(num)s is new.", "%(num)s are new."),
    Act.CHANGE: NN_("%(num)s changes.", "%(num)s change."),
    Act.SAME: NN_("%(num)s stays the same.", "%(num)s stay the same."),
    Act.KEEP: NN_("%(num)s stays as people here wrote it.", "%(num)s stay as people here wrote them."),
    Act.GO: NN_(
        "%(num)s is not there any more. It is marked and stays.",
        "%(num)s are not there any more. They are marked and stay.",
    ),
    Act.RETURN: NN_("%(num)s is there again.", "%(num)s are there again."),
}  # fmt: skip
BAD = NN_("%(num)s could not be used.", "%(num)s could not be used.")
WAITING = NN_(
    "%(num)s body waits for somebody to say which of ours it is.",
    "%(num)s bodies wait for somebody to say which of ours they are.",
)
SAID = N_("%(kind)s “%(title)s”: %(what)s")
NEW, GONE, BACK = N_("new"), N_("not there any more"), N_("there again")
FIELD = N_("%(field)s is now “%(new)s”; it was “%(old)s”")
FIELD_NEW = N_("%(field)s is now “%(new)s”")
FIELD_KEPT = N_("%(field)s stays “%(here)s”, as somebody here wrote it. The source says “%(new)s”")
WORDS: dict[str, Mapping[Any, str]] = {
    "status": STATUS_WORDS,
    "result": RESULT_WORDS,
    "call_in": CALL_IN_WORDS,
}
LONGEST = 80  # characters of a value in a sentence


def counted(plan_counts: Mapping[str, int], waiting: int = 0) -> list[Sentence]:
    """Say how much there is of each."""
    found = [Sentence.counted(words, plan_counts[act]) for act, words in ACT_WORDS.items() if plan_counts.get(act)]
    if plan_counts.get("bad"):
        found.append(Sentence.counted(BAD, plan_counts["bad"]))
    if waiting:
        found.append(Sentence.counted(WAITING, waiting))
    return found or [Sentence(N_("Nothing is new."))]


def difference(plan: Plan) -> Iterator[Sentence]:
    """Say each change: what is new, what changes from what to what, what stays as people wrote it, what is gone."""
    for one in plan.changes:
        if one.act is not Act.SAME:
            for what in _what(one):
                yield Sentence(
                    SAID, {"kind": Sentence(KIND_WORDS[one.kind]), "title": one.title or one.ident, "what": what}
                )


def bad(plan: Plan) -> list[tuple[str, Sentence]]:
    """Return what could not be used: where, and why."""
    return [(one.where, one.sentence) for one in plan.faults]


def waits(one: Waiting) -> Sentence:
    """Say that a body waits for somebody to say which of ours it is."""
    text = NN_("“%(name)s”: %(num)s record waits.", "“%(name)s”: %(num)s records wait.")
    return Sentence.counted(text, one.count, {"name": one.name})


def _what(one: Change) -> Iterator[Sentence]:
    whole = {Act.ADD: NEW, Act.GO: GONE, Act.RETURN: BACK}.get(one.act)
    if whole:
        yield Sentence(whole)
    for name, value in one.values.items() if one.act in (Act.CHANGE, Act.RETURN) else ():
        field, old = Sentence(FIELD_WORDS[name]), one.before.get(name)
        text = FIELD_NEW if old in (None, "") else FIELD
        yield Sentence(text, {"field": field, "new": _shown(name, value), "old": _shown(name, old)})
    for name, (here, new) in one.kept.items():
        values = {"field": Sentence(FIELD_WORDS[name]), "here": _shown(name, here), "new": _shown(name, new)}
        yield Sentence(FIELD_KEPT, values)


def _shown(name: str, value: Any) -> Any:
    """A value as people read it."""
    words: Mapping[Any, str] = WORDS.get(name, {})
    if value in words:
        return Sentence(words[value])
    if value in (True, False):
        return Sentence(N_("yes") if value else N_("no"))
    if value in (None, ""):
        return Sentence(N_("nothing"))
    if isinstance(value, str) and len(value) == 10 and value[4:5] == "-":
        return date.fromisoformat(value) if name in ("day", "from", "to") or name.endswith("_on") else value
    line = " ".join(str(value).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
