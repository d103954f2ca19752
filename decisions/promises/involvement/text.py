"""A record as Markdown, for a report writer to paste from. What people wrote can't turn into headings or links."""

import re
from collections.abc import Iterator, Mapping

from decisions.promises.involvement.gathering import Became, Record
from decisions.promises.involvement.words import (
    HEADINGS,
    NOT_SAID,
    affected,
    capacity_rows,
    happened,
    verdict_lines,
)
from forum.say import _, say_day

MARKS = re.compile(r"([\\`*_{}\[\]<>#|!~])")
FIRST = re.compile(r"^(\s*)([-+=>])", re.MULTILINE)
NUMBERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)


def quoted(words: str) -> str:
    """Return people's words as a quotation of Markdown that stays what they wrote (pure)."""
    safe = _safe(words.strip())
    return "\n".join(f"> {line}".rstrip() for line in safe.splitlines())


def inline(words: str) -> str:
    """Return words as one line of Markdown (pure)."""
    return _safe(" ".join(words.split()))


def _safe(words: str) -> str:
    marked = FIRST.sub(r"\1\\\2", MARKS.sub(r"\\\1", words))
    return NUMBERED.sub(r"\1\\\2", marked)


def markdown(found: Record, own: Mapping[str, str], *, page: str) -> str:
    """Return a record as Markdown. Arguments: the paragraphs of a facilitator, by heading; the address of its page."""
    scope = found.scope
    days = _("From %(first)s to %(last)s.", first=say_day(scope.since), last=say_day(scope.until))
    head = [f"# {inline(scope.title)}", days, _("Made from the record: %(page)s", page=page)]
    parts = {"asked": _asked, "wanted": _wanted, "answered": _answered, "changed": _changed, "unchanged": _unchanged}
    every = list(head)
    for heading, lines in parts.items():
        every.append(f"## {_(HEADINGS[heading])}")
        every += [inline(own[heading])] if own.get(heading) else []
        every += list(lines(found)) or [_("Nothing is recorded.")]
    return "\n\n".join(every) + "\n"


def _asked(found: Record) -> Iterator[str]:
    for step in found.steps:
        yield f"- {inline(step.name)}: {inline(step.title)}"
    rows = capacity_rows(found.capacities)
    if rows:
        yield "\n".join(f"- {inline(name)}: {number}" for name, number in rows)
    yield affected(found)


def _wanted(found: Record) -> Iterator[str]:
    for one in found.wanted:
        agreed = _("Agreed by %(who)s on %(day)s.", who=inline(one.agreed_by), day=say_day(one.agreed_on))
        yield f"**{inline(one.issue)}**\n\n{quoted(one.text)}\n\n{agreed}"
        if one.differing:
            yield quoted(one.differing)


def _answered(found: Record) -> Iterator[str]:
    for one in found.back:
        yield f"**{inline(one.signed)}**, {say_day(one.day)}\n\n{quoted(one.text)}"


def _changed(found: Record) -> Iterator[str]:
    yield from (_became(one) for one in found.changed)
    for line, _why in found.promises:
        if line.stage in ("confirmed", "says-done"):
            yield f"- {line.called}: {inline(line.words)} ({inline(line.who)})"
    for title, first, lines in verdict_lines(found):
        yield "\n".join([f"- {inline(title)}. {first}", *(f"  - {line}" for line in lines)])


def _unchanged(found: Record) -> Iterator[str]:
    yield from (_became(one) for one in found.unchanged)
    for line, why in found.promises:
        if line.stage not in ("confirmed", "says-done"):
            rest = " ".join(part for part in (line.when, line.late, inline(why)) if part)
            yield f"- {line.called}: {inline(line.words)} ({inline(line.who)}). {rest}"


def _became(one: Became) -> str:
    why = inline(one.reason) if one.reason else _(NOT_SAID)
    end = f" {why}" if one.reason or one.kind == "refused" else ""
    return f"- {say_day(one.day)}, {happened(one.kind)}: {inline(one.plain)}{end}"
