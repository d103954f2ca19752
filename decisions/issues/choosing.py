"""What a reader chose to see of a list: read from the address, kept in it, and said in words."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from forum.say import _

Choices = Mapping[str, Mapping[str, str]]
OUR_WORDS = ("stage", "kind")  # what these can be is said in our own words, not in those of a place
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reader chose. `unknown` names the filters whose value is none of ours."""

    values: dict[str, str]
    unknown: tuple[str, ...] = ()

    def without(self, name: str) -> dict[str, str]:
        """Return the values with one filter taken off."""
        return {key: value for key, value in self.values.items() if key != name}


@dataclass(frozen=True, slots=True)
class On:
    """A filter that is on: its words, and the address of the list without it."""

    words: str
    off: str


def chosen(args: Mapping[str, str], known: Choices, flags: Collection[str] = ()) -> Chosen:
    """Read what was chosen from the query string. Keys that are none of ours are left out; a value that is none of
    ours is kept short and named, so that the page can say so."""
    values = {name: args[name][:LONGEST] for name in (*known, *flags) if args.get(name)}
    unknown = [name for name in known if name in values and values[name] not in known[name]]
    unknown += [name for name in flags if name in values and values[name] != "1"]
    return Chosen(values, tuple(unknown))


def on(wanted: Chosen, known: Choices, labels: Mapping[str, str], endpoint: str, **more: Any) -> list[On]:
    """Say which filters are on, each with the address of the list without it. `labels`: their names, marked by `N_`;
    `more`: what else stands in the address."""
    return [
        On(_words(name, value, known, labels), url_for(endpoint, **{**wanted.without(name), **more}))
        for name, value in wanted.values.items()
    ]


def _words(name: str, value: str, known: Choices, labels: Mapping[str, str]) -> str:
    if name not in known:  # one that is only on or off
        return _(labels[name])
    label = known[name].get(value)
    words = _("not known") if label is None else _(label) if name in OUR_WORDS else label
    return _("%(filter)s: %(value)s", filter=_(labels[name]), value=words)
