"""Pages for "was this clear?": without an account, once a person or browser. The writer sees counts and words."""

from typing import TypedDict

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from decisions.answers.clear import actions, queries, rules
from decisions.answers.clear.forms import ClearForm, WordsForm, number
from decisions.answers.clear.queries import Answer
from forum import clock, limits, web
from forum.access import NOT_SUSPENDED, WRITER
from forum.limits import limiter
from forum.say import _
from forum.threads import browser
from forum.web import allow, stop_if

pages = Blueprint("clear", __name__)


class Whose(TypedDict):
    """Whose mark something is: one of the two."""

    person_id: int | None
    browser: str | None


@pages.get("/posts/<int:id>/clear")
@allow(NOT_SUSPENDED)
def say(id: int) -> ResponseReturnValue:
    """Ask if an answer was clear."""
    answer = _here(id)
    before = queries.mark(id, **_whose(id))
    said = request.args.get("said", "") or (before.said if before else None)
    return _page(answer, ClearForm(data={"said": said}))


@pages.post("/posts/<int:id>/clear")
@limiter.limit(limits.POST)
@allow(NOT_SUSPENDED)
def said(id: int) -> ResponseReturnValue:
    """Keep what somebody said. Who named a sentence goes on to its words."""
    answer, form, token = _here(id), ClearForm(request.form), browser.known()

    def act() -> str:
        whose = _whose(id, token)
        actions.say(answer, form.said.data, sentence=form.number, **whose, on=clock.now())
        if form.said.data == actions.PART and form.number:
            return url_for("clear.words", id=id, sentence=form.number)
        return _thanks(answer)

    return _remembered(web.submit(form, act), token) or _page(answer, form)


@pages.get("/posts/<int:id>/clear/words")
@allow(NOT_SUSPENDED)
def words(id: int) -> ResponseReturnValue:
    """Ask which words of a sentence were hard."""
    answer, sentence = _here(id), number(request.args.get("sentence"))
    if queries.mark(id, **_whose(id)) is None or not 1 <= sentence <= len(answer.sentences):
        return redirect(url_for("clear.say", id=id))
    return _words_page(answer, WordsForm(data={"sentence": str(sentence)}))


@pages.post("/posts/<int:id>/clear/words")
@limiter.limit(limits.POST)
@allow(NOT_SUSPENDED)
def words_picked(id: int) -> ResponseReturnValue:
    """Keep which words of a sentence were hard."""
    answer, form = _here(id), WordsForm(request.form)
    mark = queries.mark(id, **_whose(id))
    if mark is None:
        return redirect(url_for("clear.say", id=id), 303)

    def act() -> str:
        actions.pick(answer, mark, sentence=number(form.sentence.data), places=form.places, on=clock.now())
        return _thanks(answer)

    return web.submit(form, act) or _words_page(answer, form)


@pages.get("/posts/<int:id>/clear/heard")
@allow(WRITER)
def heard(id: int) -> ResponseReturnValue:
    """Show those who speak for the body how many readers found it clear, and which words were hard."""
    answer = _here(id)
    stop_if(rules.may_hear(web.standing(), answer.reply.body_id))
    hard = queries.hard(id, answer.sentences)
    return web.render("decisions/clear/heard.html", answer=answer, counts=queries.counts(id), hard=hard)


def _here(post_id: int) -> Answer:
    return queries.answer(post_id, web.standing()) or abort(404)


def _whose(post_id: int, token: str | None = None) -> Whose:
    person_id = web.standing().person_id
    return Whose(person_id=person_id, browser=None if person_id else browser.mark(f"clear:{post_id}", token))


def _remembered(answer: Response | None, token: str) -> Response | None:
    """Give a browser that is signed out its cookie, so that it counts once."""
    return answer if answer is None or web.standing().signed_in else browser.remember(answer, token)


def _thanks(answer: Answer) -> str:
    flash(_("Thank you. Whoever wrote the answer sees the number and the words, and never who you are."))
    return url_for("threads.post", id=answer.post.id)


def _page(answer: Answer, form: ClearForm) -> ResponseReturnValue:
    return web.render("decisions/clear/say.html", form=form.offer(answer.sentences), answer=answer)


def _words_page(answer: Answer, form: WordsForm) -> ResponseReturnValue:
    chosen = number(form.sentence.data)
    sentence = answer.sentences[chosen - 1] if 1 <= chosen <= len(answer.sentences) else ""
    return web.render("decisions/clear/words.html", form=form.offer(sentence), answer=answer, sentence=sentence)
