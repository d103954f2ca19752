"""A hard word and what it means (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word: its name, its meaning in plain words, other ways to write it, and where it is used in this meaning.

    With `case` it is only found with the capitals that it is written with. Short names of capitals always are. `ident`
    names it in addresses. `near` are words that stand near it when it means this: they tell two meanings apart.
    """

    name: str
    plain: str
    variants: tuple[str, ...] = ()
    case: bool = False
    area: str = ""
    ident: str = ""
    near: tuple[str, ...] = ()
