"""Turn what a member typed into HTML that is safe on a page."""

import re

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from forum.markup.clean import clean
from forum.markup.guard import Guarded, guard
from forum.markup.sanitise import sanitise
from forum.markup.stand_ins import show
from forum.markup.tree import Notes, PostSteps

# `>` and this accent are one character in NFC: composing the page later must not eat the end of a tag.
_STROKE_AFTER_TAG = re.compile(">\u0338+")
# These read signs that `inline` has dealt with, most of them by a look from each to the paragraph's end.
_INLINE_DONE = (
    "escape",
    "reference",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
    "entity",
)


def render(text: str) -> str:
    """Turn a member's Markdown into safe HTML.

    It reads Python-Markdown's `extra`, `sane_lists` and `nl2br`, less three parts of `extra`: attribute
    lists and Markdown inside HTML would let members write attributes and HTML, and for abbreviations
    Doorway has its words. Headings start at h3, a picture is shown as its words, HTML is shown as it was
    typed, a bare address is a link, and a footnote is a number without a link.

    Errors: `TooHard`, with a sentence for the writer.
    """
    guarded = guard(clean(text))
    html = show(_markdown(guarded).convert(guarded.text))
    return sanitise(_STROKE_AFTER_TAG.sub(">", html)).strip()


def _markdown(guarded: Guarded) -> Markdown:
    notes = Notes()
    md = Markdown(
        extensions=[
            DefListExtension(),
            FencedCodeExtension(),
            SaneListExtension(),
            TableExtension(),
            notes,
            PostSteps(guarded.defined, notes),
        ]
    )
    md.preprocessors.deregister("html_block")
    md.parser.blockprocessors.deregister("reference")
    for name in _INLINE_DONE:
        md.inlinePatterns.deregister(name)
    return md
