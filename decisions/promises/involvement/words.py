"""The headings of a record, and its lines in words."""

from decisions.journeys.kinds import MOVE_WORDS, MoveKind
from decisions.promises.involvement.counting import FEWEST, Counted
from decisions.promises.involvement.gathering import NOT_SHOWN, Record
from decisions.promises.verdicts import rules
from forum.people.capacities import WORDS, Capacity
from forum.say import N_, _, ngettext, say, say_number

HEADINGS = {
    "asked": N_("Who was asked, and who took part"),
    "wanted": N_("What people asked for"),
    "answered": N_("What was said back"),
    "changed": N_("What changed"),
    "unchanged": N_("What did not change, and why"),
}
ABOUT = {
    "decision": N_("Decisions"),
    "asking": N_("Steps where people were asked"),
    "area": N_("Areas"),
}
NOT_SAID = N_("They have not said why.")


def number(value: int | None) -> str:
    """Say a number that may be hidden."""
    return _("fewer than %(num)s", num=FEWEST) if value is None else say_number(value)


def capacity_rows(counted: Counted) -> list[tuple[str, str]]:
    """Say how many took part, by the capacity that they showed."""
    rows = [
        (_(WORDS[Capacity(name)]) if name != NOT_SHOWN else _("did not say"), number(found))
        for name, found in counted.rows
    ]
    total = [(_("all of them"), number(counted.total))] if counted.total else []
    return rows + total


def affected(found: Record) -> str:
    """Say how many people said that it affects them."""
    if found.affected is None:
        return _("Fewer than %(num)s people said that it affects them.", num=FEWEST)
    return ngettext(
        "%(num)s person said that it affects them.", "%(num)s people said that it affects them.", found.affected
    )


def happened(kind: str) -> str:
    """Name something that a body did."""
    return _(MOVE_WORDS[MoveKind(kind)])


def verdict_lines(found: Record) -> list[tuple[str, str, list[str]]]:
    """Say what people affected say changed: the issue, when and how many, and the split."""
    return [(title, say(rules.title(one)), [say(line) for line in rules.lines(one)]) for title, one in found.verdicts]
