"""Look for hard words in a text that somebody writes: by a button without a script, or again and again by one.

A page with an official text asks `asked(form.text)` before it takes the form: the answer is a panel when the writer
pressed a button of it, and nothing when the text is to be sent.
"""

from flask import request
from wtforms import Field

from forum.plain_language import check, too_long
from forum.say import Sentence
from forum.words import known
from forum.words.panel import Panel, panel, swapped

MOST_IGNORED = 200
LONGEST_MARK = 120


def asked(field: Field) -> Panel | None:
    """Return the panel for the text in a field when a button of the panel was pressed: "look", "use" or "ignore".
    With "use" the field gets the plainer words. Nothing is checked or kept."""
    pressed = [name for name in ("look", "use", "ignore") if name in request.form]
    if not pressed:
        return None
    text = str(field.data or "")
    start = request.form.get("use", "")
    if start.isascii() and start.isdigit() and len(start) < 7 and too_long(text) is None:
        field.data = text = swapped(check(text, known.here()), int(start))
    found = look(text)
    return found if isinstance(found, Panel) else None


def look(text: str, *, unfinished: bool = False) -> Panel | Sentence:
    """Return the panel for a text, without what the request says is ignored; or a sentence when it is too long."""
    if (refusal := too_long(text)) is not None:
        return refusal
    marks = [*request.form.getlist("ignored"), *request.form.getlist("ignore")]
    ignored = tuple(dict.fromkeys(mark[:LONGEST_MARK] for mark in marks[-MOST_IGNORED:]))
    return panel(check(text, known.here()), ignored, unfinished=unfinished)
