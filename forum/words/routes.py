"""The address that checks a text. It keeps nothing."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from forum import limits
from forum.access import EVERYONE
from forum.plain_language import check, too_long
from forum.say import say
from forum.web import allow
from forum.words import known
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
