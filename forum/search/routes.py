"""The search page."""

from flask import Blueprint, render_template, request

from forum import limits
from forum.access import EVERYONE
from forum.markup import clean_line
from forum.search.results import Results, kinds, search
from forum.search.words import LONGEST_QUESTION
from forum.web import allow, standing

pages = Blueprint("search", __name__)


@pages.get("/search")
@allow(EVERYONE)
@limits.limiter.limit(limits.SEARCH, exempt_when=lambda: not request.args.get("q"))
def results() -> str:
    """Find things by their words."""
    question = clean_line(request.args.get("q", "")[: LONGEST_QUESTION * 2])[:LONGEST_QUESTION]
    kind, known = request.args.get("kind", ""), kinds()
    found = Results([])
    if question and (not kind or kind in known):
        found = search(question, standing(), kind=kind or None, after=request.args.get("after"))
    return render_template("forum/search/results.html", question=question, kind=kind, kinds=known, found=found)
