"""Make what a pack says into values with names and types (pure)."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import date
from typing import Any, TypeVar

from decisions.packs.rules import is_overdue, is_there

Shape = TypeVar("Shape")
LAW = "law"
LOW = "low"


def each(shape: type[Any], key: str = "") -> Any:
    """A field that holds several tables of a shape, written under `key` (else the field's own name)."""
    return field(default=(), metadata={"each": shape, "key": key})


def said(key: str, default: Any = "") -> Any:
    """A field whose key in a pack is a word that Python keeps for itself."""
    return field(default=default, metadata={"key": key})


def made(shape: type[Shape], data: Mapping[str, Any]) -> Shape:
    """Return a value of a shape (a dataclass), from what a pack or the database holds. Keys that it has no field for
    are left out; what is missing has the shape's default. Raises TypeError when a field without one is missing."""
    given: dict[str, Any] = {}
    for one in fields(shape):  # type: ignore[arg-type]
        value = data.get(one.metadata.get("key") or one.name)
        if value is not None:
            given[one.name] = _value(one, value)
    return shape(**given)


def _value(one: Field[Any], value: Any) -> Any:
    if "each" in one.metadata:
        return tuple(made(one.metadata["each"], row) for row in value)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, str) and one.type in ("date | None", date | None):
        return date.fromisoformat(value)
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How we know an entry of a pack, and for how long. Everything that is shown says so."""

    id: str
    name: str
    plain: str = ""
    fact: str = ""
    source: str = ""
    link: str = ""
    basis: str = ""
    confidence: str = ""
    checked: date | None = None
    check_by: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""
    local_check: bool = False
    words: tuple[str, ...] = ()

    def may_have_changed(self, today: date) -> bool:
        """Whether its check is overdue: then it is shown with a warning, and a legal clock only as usual."""
        return is_overdue(self.check_by, today)

    @property
    def check_this(self) -> bool:
        """Whether we are too unsure of it to build on it."""
        return self.confidence == LOW

    def there(self, today: date) -> bool:
        """Whether it holds on a day."""
        return is_there({"valid_from": self.valid_from, "valid_to": self.valid_to}, today)
