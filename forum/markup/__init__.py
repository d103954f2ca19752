"""Turn what people type into safe HTML and into plain words.

No Flask and no database: every function takes text and gives text. The way of a post:

    clean     one spelling for each character, nothing hidden
    guard     lines: too much is refused, the rest is made harmless
    inline    within a paragraph: what can't be an order is shown as it was typed
    tree      Python-Markdown runs here, between our own steps
    sanitise  the allow-list; nothing changes the HTML after it

`render` is for a post, `clean` and `clean_line` for what a form sends, `plain` and `excerpt` for e-mail,
search and lists. Render once, when the text is written, and outside the transaction: it is the slowest step
of a post.
"""

from forum.markup.clean import clean, clean_line
from forum.markup.guard import LONGEST
from forum.markup.plain import excerpt, plain
from forum.markup.render import render
from forum.markup.too_hard import TooHard

__all__ = ["LONGEST", "TooHard", "clean", "clean_line", "excerpt", "plain", "render"]
