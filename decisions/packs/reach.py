"""Whether people can get there: every question, every pathway and every start, from some topic (pure)."""

from collections.abc import Iterator

from decisions.packs.merge import Document, Documents
from decisions.packs.references import resolve
from decisions.packs.sense import LEADS
from forum.say import N_, Sentence

NOWHERE = N_("People can’t get here: no topic leads to it, and no answer that they can reach.")
KINDS = ("question", "pathway", "start")


def unreached(found: Documents) -> Iterator[tuple[str, str, Sentence]]:
    """Yield kind and id of each question, pathway and start that nobody can get to, and a sentence that says so.

    An entry that has ended need not be reached.
    """
    reached = _reached(found)
    for kind in KINDS:
        for ident, data in found.get(kind, {}).items():
            if (kind, ident) not in reached and not data.get("ended"):
                yield kind, ident, Sentence(NOWHERE)


def _reached(found: Documents) -> set[tuple[str, str]]:
    waiting = [thing for topic in found.get("topic", {}).values() for thing in _from_topic(found, topic)]
    reached: set[tuple[str, str]] = set()
    while waiting:
        thing = waiting.pop()
        if thing in reached:
            continue
        reached.add(thing)
        kind, ident = thing
        data = found.get(kind, {}).get(ident, {})
        if kind == "question":
            waiting += [next_one for answer in _answers(data) for next_one in _led(found, answer, LEADS)]
        elif kind == "start":
            waiting += _led(found, data, ("pathway",))
    return reached


def _from_topic(found: Documents, topic: Document) -> list[tuple[str, str]]:
    first = str(topic.get("first", ""))
    ways = topic.get("pathways")
    named = [("pathway", str(one)) for one in ways] if isinstance(ways, list) else []
    return _known(found, [*((kind, first) for kind in LEADS), *named])


def _answers(question: Document) -> list[Document]:
    answers = question.get("answer")
    return [one for one in answers if isinstance(one, dict)] if isinstance(answers, list) else []


def _led(found: Documents, data: Document, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return _known(found, [(key, str(data[key])) for key in keys if data.get(key)])


def _known(found: Documents, things: list[tuple[str, str]]) -> list[tuple[str, str]]:
    pairs = [(kind, resolve(found, kind, reference)) for kind, reference in things]
    return [(kind, ident) for kind, ident in pairs if ident]
