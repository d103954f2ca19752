"""A readable no: what rules return, what actions raise and what a form shows."""

from typing import Any

from forum.say import Sentence


class Refusal(Exception):
    """Something may not be done now, said in one plain sentence.

    Arguments: `text` marked by `N_()`, and the values of its gaps. `field` is set when one field is at fault.
    """

    def __init__(self, text: str, *, field: str | None = None, **values: Any) -> None:
        super().__init__(text)
        self.sentence = Sentence(text, values)
        self.field = field


def raise_if(refusal: Refusal | None) -> None:
    """Raise the refusal that a rule returned; do nothing when it returned `None`."""
    if refusal is not None:
        raise refusal
