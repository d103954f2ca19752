"""What helps people to take part: guides, rights, banners, powers, and an invented meeting to walk through (pure)."""

from dataclasses import dataclass

from decisions.packs.known import Known, each


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled(Known):
    """An entry as far as a page only names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner(Known):
    """Something that is law, or only announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Right(Known):
    """Something that people are owed, and how to use it."""

    use: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Known):
    """How to take part in one way: what to do, what will happen in the room, what to write on the sheet."""

    steps: tuple[str, ...] = ()
    room: tuple[str, ...] = ()
    sheet: tuple[str, ...] = ()
    helper: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Known):
    """A hard word, said in plain ones. `area` tells two meanings of one word apart."""

    area: str = ""
    context: str = ""
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Power(Known):
    """What a body may do about a topic, and within which limits."""

    topic: str
    verb: str
    body: str = ""
    seat: str = ""
    limits: str = ""
    min: int | None = None
    max: int | None = None
    pathway: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to say or do in a scene."""

    say: str
    next: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One moment of an invented meeting."""

    id: str
    plain: str
    who: str = ""
    choices: tuple[Choice, ...] = each(Choice, "choice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Known):
    """An invented meeting, seen from one chair."""

    chair: str = ""
    scenes: tuple[Scene, ...] = each(Scene, "scene")

    def scene(self, ident: str) -> Scene | None:
        """Return a scene by its id; the first one for an empty id."""
        return next((one for one in self.scenes if not ident or one.id == ident), None)
