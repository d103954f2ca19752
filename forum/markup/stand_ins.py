"""Characters that stand in for signs, so that a sign is shown and never obeyed.

Markdown gives orders by punctuation. A sign that must not be an order is swapped for a noncharacter, which
no order looks for, and comes back as itself when the HTML is written. So nothing needs a backslash, and
text in code looks as it was typed. The 32 noncharacters from U+FDD0 are as many as there are ASCII signs;
Unicode keeps them for use inside a program, and `clean` takes them out of everything that people send.

Source: Unicode Standard, section 23.7, Noncharacters.
"""

from html import escape
from string import punctuation

SPACE = "\U0001fffe"
BREAK = "\U0001ffff"

_hide = {ord(sign): chr(0xFDD0 + place) for place, sign in enumerate(punctuation)}
_show = {ord(stand_in): escape(chr(sign)) for sign, stand_in in _hide.items()} | {
    ord(SPACE): " ",
    ord(BREAK): "<br>\n",
}


def hide(text: str) -> str:
    """Swap every ASCII sign in `text` for its stand-in."""
    return text.translate(_hide)


def hide_at(text: str, place: int, length: int = 1) -> str:
    """Swap only the signs in the `length` characters from `place`."""
    return text[:place] + hide(text[place : place + length]) + text[place + length :]


def show(html: str) -> str:
    """Bring every sign back into `html`, escaped, so that it is safe in text and in a quoted attribute."""
    return html.translate(_show)
