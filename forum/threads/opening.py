"""The three short questions that open a thread, put together as its first post."""

from dataclasses import dataclass

from forum.say import N_, _

HEADINGS = {
    "happening": N_("What is happening"),
    "affects": N_("Who it affects"),
    "helps": N_("What would help"),
    "works": N_("What already works"),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What somebody wrote under each question, in Markdown. All but the first may be left empty."""

    happening: str
    affects: str = ""
    helps: str = ""
    works: str = ""


def composed(opening: Opening) -> str:
    """Return the answers as one Markdown text with small headings; an answer alone needs no heading.

    The headings become part of the post, in the language of whoever wrote it, so they are put into words here.
    """
    answers = [(name, str(getattr(opening, name)).strip()) for name in HEADINGS]
    given = [(name, answer) for name, answer in answers if answer]
    if [name for name, _answer in given] == ["happening"]:
        return opening.happening.strip()
    return "\n\n".join(f"### {_(HEADINGS[name])}\n\n{answer}" for name, answer in given)
