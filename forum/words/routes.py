"""The addresses that check a text. They keep nothing."""

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from forum import limits
from forum.access import EVERYONE
from forum.plain_language import check, too_long
from forum.say import Sentence, say
from forum.web import allow
from forum.words import known
from forum.words.looking import look
from forum.words.report import as_data

pages = Blueprint("words", __name__)


@pages.post("/plain-language/check")
@limits.limiter.limit(limits.CHECK)
@allow(EVERYONE, slow=True)
def check_text() -> ResponseReturnValue:
    """Say what in a text could be plainer. Nothing is written, so the database is not locked."""
    text = request.form.get("text", "")
    if refusal := too_long(text):
        return jsonify(error=say(refusal)), 413
    return jsonify(as_data(check(text, known.here()), None))


@pages.post("/plain-language/panel")
@limits.limiter.limit(limits.CHECK)
@allow(EVERYONE, slow=True)
def panel() -> ResponseReturnValue:
    """Show what could be plainer in a text that is being typed, for a script to put beside it. Keeps nothing."""
    found = look(request.form.get("text", ""), unfinished="unfinished" in request.form)
    if isinstance(found, Sentence):
        return say(found), 413
    return render_template("forum/words/panel.html", panel=found, form_id=request.form.get("form", "")[:40])
