"""What the page of a decision said before: each change, field by field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from decisions.meetings.models import Decision, DecisionVersion
from decisions.who_decides.meetings.forms.decision import DecisionForm
from forum.say import N_, _, say_day

OWN_NAMES = {"key": "is_key"}  # every form has a key of its own
YES_NO = {True: N_("Yes"), False: N_("No")}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that was changed."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change: when, why, and what differs."""

    at: datetime
    why: str
    differences: list[Difference]


def differences(decision: Decision, versions: Sequence[DecisionVersion], names: Iterable[str]) -> list[Step]:
    """Return the changes of a decision, the last first. `versions` come the last first too."""
    form, fields = DecisionForm().offer({}), list(names)
    after: dict[str, Any] = {name: getattr(decision, name) for name in fields}
    labels = {name: form[OWN_NAMES.get(name, name)].label.text for name in fields}
    steps = []
    for one in versions:
        told = {name: (_words(form, name, one.said.get(name)), _words(form, name, after.get(name))) for name in fields}
        found = [Difference(labels[name], old, new) for name, (old, new) in told.items() if old != new]
        steps.append(Step(one.until, one.why, found))
        after = dict(one.said)
    return steps


def _words(form: DecisionForm, name: str, value: Any) -> str:
    """A value as people read it: the words of a choice, a day in words."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _(YES_NO[value])
    if name.endswith(("_on", "_until")):
        return say_day(value if isinstance(value, date) else date.fromisoformat(value))
    choices = dict(form[name].choices) if name in ("result", "call_in") else {}
    return str(choices.get(str(value), value))
