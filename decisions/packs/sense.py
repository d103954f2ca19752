"""What an entry means has to hold together: clocks, pathways, questions and practice (pure)."""

from collections.abc import Iterable, Iterator
from typing import Any

from decisions.packs import schema
from decisions.packs.merge import Document, Documents
from decisions.packs.references import resolve
from decisions.packs.shape import Wrong
from forum.say import N_, Sentence

LEADS = ("question", "pathway", "start")


def wrong(kind: str, data: Document, found: Documents) -> Iterator[Wrong]:
    """Yield what does not hold together in one entry, with the packs below it."""
    checks = {"rule": _clock, "pathway": _pathway, "question": _question, "practice": _practice, "power": _power}
    if data.get("ended") and not data.get("valid_to"):
        yield ("ended",), Sentence(N_("Say with “valid_to” on which day it ended."))
    if kind in checks:
        yield from checks[kind](data, found)


def _clock(rule: Document, found: Documents) -> Iterator[Wrong]:
    calendar = rule.get("calendar")
    if calendar and calendar not in schema.CALENDARS and calendar not in found.get("calendar", {}):
        yield ("calendar",), Sentence(N_("There is no calendar called “%(id)s”."), {"id": calendar})
    if rule.get("number") is False:
        if "length" in rule:
            yield ("length",), Sentence(N_("This clock has no number, so it can’t have a length."))
        if "plain" not in rule:
            yield ("number",), Sentence(N_("This clock has no number. Say in “plain” what is usual."))
    elif rule.get("unit") == "yearly":
        if "day" not in rule:
            yield ("unit",), Sentence(N_("A yearly clock needs its “day”, as in “03-10”."))
    elif "length" not in rule or "unit" not in rule:
        yield (), Sentence(N_("A clock needs “length” and “unit”, or “number = false”."))


def _pathway(pathway: Document, _found: Documents) -> Iterator[Wrong]:
    steps = _idents(pathway.get("step"))
    for number, change in _tables(pathway, "change"):
        for key in ("add", "skip"):
            for ident in _missing(change.get(key, ()), steps):
                yield ("change", number, key), _no_step(ident)
    for number, one in _tables(pathway, "influence"):
        if (when := one.get("when")) and when not in steps:
            yield ("influence", number, "when"), _no_step(when)
    for number, step in _tables(pathway, "step"):
        ways = step.get("say") or []
        if ways and all(isinstance(one, dict) and one.get("speaking") is True for one in ways):
            text = N_("Give at least one way to have a say here that needs no speaking.")
            yield ("step", number, "say"), Sentence(text)
    if pathway.get("about") == "one-person":
        yield from _one_person(pathway)


def _one_person(pathway: Document) -> Iterator[Wrong]:
    contacts = [one for _number, one in _tables(pathway, "contact")]
    said = " ".join(str(value) for one in contacts for value in one.values()).lower()
    at = ("contact",) if contacts else ()
    if not contacts:
        yield at, Sentence(N_("A way for one person needs contacts: who to ask first."))
    if "advoca" not in said:
        yield at, Sentence(N_("A way for one person needs a free advocate among its contacts."))
    if "ombudsman" not in said and not any("ombudsman" in str(one) for one in pathway.get("puts_right", ())):
        yield at, Sentence(N_("A way for one person needs an ombudsman among its contacts."))


def _question(question: Document, found: Documents) -> Iterator[Wrong]:
    for number, answer in _tables(question, "answer"):
        leads = [key for key in LEADS if answer.get(key)]
        if len(leads) != 1:
            text = N_("An answer leads to one thing, and to one only.")
            yield ("answer", number), Sentence(text)
        pathway = found.get("pathway", {}).get(resolve(found, "pathway", str(answer.get("pathway", ""))) or "", {})
        known = _idents(pathway.get("change"))
        for ident in _missing(answer.get("changes", ()), known):
            text = N_("Where it leads there is no change called “%(id)s”.")
            yield ("answer", number, "changes"), Sentence(text, {"id": ident})


def _practice(practice: Document, _found: Documents) -> Iterator[Wrong]:
    scenes = _idents(practice.get("scene"))
    for number, scene in _tables(practice, "scene"):
        for place, choice in _tables(scene, "choice"):
            if (following := choice.get("next")) and following not in scenes:
                text = N_("There is no scene called “%(id)s”.")
                yield ("scene", number, "choice", place, "next"), Sentence(text, {"id": following})


def _power(power: Document, _found: Documents) -> Iterator[Wrong]:
    if not power.get("body") and not power.get("seat"):
        yield (), Sentence(N_("Say which body or seat has this power."))


def _no_step(ident: Any) -> Sentence:
    return Sentence(N_("There is no step called “%(id)s”."), {"id": str(ident)})


def _missing(given: Any, known: set[str]) -> Iterable[str]:
    return [str(one) for one in given if one not in known] if isinstance(given, list) else []


def _tables(data: Document, key: str) -> list[tuple[int, Document]]:
    """The tables under a key with their numbers; what is not a table was found before."""
    value = data.get(key)
    return [(at, one) for at, one in enumerate(value) if isinstance(one, dict)] if isinstance(value, list) else []


def _idents(value: Any) -> set[str]:
    return {str(one.get("id")) for one in value if isinstance(one, dict)} if isinstance(value, list) else set()
