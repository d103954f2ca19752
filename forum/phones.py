"""Find phone numbers in words that people wrote, so that a phone rings them when they are pressed (pure)."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

SHORT = "116 123"  # a helpline that is no longer than this; 999 and 111 are linked where a page names them
# A number begins with 0 or a country's +, and is written with single spaces. Not a part of an address or a longer one.
NUMBER = re.compile(rf"(?<![\w/.:@#&?=+-])(?:{SHORT}|(?:0|\+[1-9])\d?(?: ?\d){{8,12}})(?![\w/@-])")


def phone_link(number: str) -> Markup:
    """Return a number as a link that rings it, written from left to right in every language."""
    return Markup('<a href="tel:{}" dir="ltr">{}</a>').format(number.replace(" ", ""), number)


@lru_cache(maxsize=1_000)  # the words of the place stand at the foot of every page
def with_phones(words: str | None) -> Markup:
    """Return plain words as HTML, escaped, with a link at each phone number. Words that are HTML already come back."""
    if words is None or isinstance(words, Markup):
        return words or Markup("")
    pieces, at = [], 0
    for found in NUMBER.finditer(words):
        pieces += [escape(words[at : found.start()]), phone_link(found[0])]
        at = found.end()
    return Markup("").join([*pieces, escape(words[at:])])
