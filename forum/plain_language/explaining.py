"""Explain hard words in published HTML: a link at the first use of each, its meaning after the sentence (pure)."""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from forum.plain_language.glossary import Glossary, Use
from forum.plain_language.published import Block, blocks
from forum.plain_language.sentence import Said
from forum.plain_language.term import Term
from forum.plain_language.words import words

Address = Callable[[Term], str]
Insert = tuple[int, int, str]  # where in the HTML, in which order there, what


def explained(html: str, glossary: Glossary, *, name: str, address: Address) -> str:
    """Return safe HTML with its hard words explained, each at its first use.

    A script makes a button of each link, which opens the meaning; without it the link leads to the word's page.
    Arguments: `name`, which no other text on the page has; `address` gives the page of a term.
    """
    found = [(block, span, _said(block, span)) for block in blocks(html) for span in block.sentences()]
    around = frozenset(word.small for _block, _span, said in found for word in said.words)
    seen: set[Term] = set()
    inserts: list[Insert] = []
    for block, span, said in found:
        for use in glossary.uses(said, seen, around):
            if "<" not in html[block.begins[use.start] : block.ends[use.end - 1]]:  # not half inside a tag
                inserts += _around(block, span, use, f"{name}-{len(inserts) // 3}", address)
    return _with(html, inserts)


def _said(block: Block, span: tuple[int, int]) -> Said:
    masked = block.masked
    return Said(span[0], span[1], words(masked, span), masked)


def _around(block: Block, span: tuple[int, int], use: Use, name: str, address: Address) -> Iterator[Insert]:
    begins, ends = block.begins[use.start], block.ends[use.end - 1]
    link = Markup('<a class="term" href="{}" data-opens="{}">').format(address(use.terms[0]), f"meaning-{name}")
    yield begins, 1, link
    yield ends, 0, "</a>"
    yield block.ends[span[1] - 1], 2, _meaning(use, f"meaning-{name}")


def _meaning(use: Use, ident: str) -> str:
    """The meaning, in brackets: it may stand in the middle of a paragraph, and on paper too."""
    lines = [Markup("<b>{}{}</b>: {}").format(one.name, _area(one), one.plain) for one in use.terms]
    return Markup(' <span class="term-means" id="{}" hidden>({})</span>').format(ident, Markup(" ").join(lines))


def _area(term: Term) -> str:
    return f" ({term.area})" if term.area else ""


def _with(html: str, inserts: list[Insert]) -> str:
    parts, at = [], 0
    for place, _order, text in sorted(inserts, key=lambda one: one[:2]):
        parts += [html[at:place], str(text)]
        at = place
    return "".join([*parts, html[at:]])
