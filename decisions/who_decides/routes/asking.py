"""The guided question: in everyday words, then a few answers, each a link, to who decides."""

from collections.abc import Iterable

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from decisions.bodies import queries as bodies
from decisions.journeys import queries as journeys
from decisions.journeys.forms.using import UseForm
from decisions.pathways import finding, guided, marks
from decisions.pathways import queries as pathways
from decisions.pathways import words as said
from decisions.pathways.guided import At
from decisions.pathways.shapes import Topic
from decisions.who_decides import answering, knowledge, profile, queries
from decisions.who_decides.routes.pages import pages
from forum import clock, limits
from forum.access import EVERYONE, is_facilitator
from forum.form import line
from forum.limits import limiter
from forum.web import allow, standing

LONGEST = 200


@pages.get("/who-decides")
@limiter.limit(limits.SEARCH, exempt_when=lambda: not request.args.get("q"))
@allow(EVERYONE)
def index() -> str:
    """Ask what it is about: in everyday words, or by topic. Under that, the ways to all that is known."""
    asked = line(request.args.get("q", "")[:LONGEST]) or ""
    topics, open_doors = profile.topics_and_open_doors(clock.today())
    found = finding.find(topics, asked) if asked else []
    return render_template(
        "decisions/who_decides/index.html", asked=asked, found=found, groups=_groups(topics), topics=topics,
        some_bodies=bool(bodies.there(clock.today())), talk=queries.topics(), open_doors=open_doors,
    )  # fmt: skip


@pages.get("/who-decides/ask/<topic>", defaults={"given": ""})
@pages.get("/who-decides/ask/<topic>/<path:given>")
@allow(EVERYONE)
def ask(topic: str, given: str) -> ResponseReturnValue:
    """Show the next question, or the answer. The address holds what was answered, so it lasts and can be sent."""
    tree = knowledge.tree()
    at = guided.walk(tree, topic, [part for part in given.split("/") if part])
    if at is None:
        return redirect(url_for("who_decides.topic", slug=topic)) if topic in tree.topics and not given else abort(404)
    if at.question is not None:
        return render_template("decisions/who_decides/question.html", at=at, question=at.question)
    if at.start is not None:
        return redirect(url_for("who_decides.start_it", ident=at.start.id))
    return _answer(at.pathway, at.changes, at)


@pages.get("/who-decides/how/<ident>")
@allow(EVERYONE)
def how(ident: str) -> ResponseReturnValue:
    """Show how a decision like this is made, without having been asked anything."""
    return _answer(ident, request.args.getlist("with")[:20], None)


@pages.get("/who-decides/start/<ident>")
@allow(EVERYONE)
def start_it(ident: str) -> str:
    """Show what it takes to start something that nobody has to decide."""
    found = knowledge.one(knowledge.StartIt, "start", ident) or abort(404)
    mark = marks.mark(marks.START, ident)
    return render_template("decisions/who_decides/start_it.html", one=found, words=said, today=clock.today(), mark=mark)


def _answer(ident: str, changes: Iterable[str], at: At | None) -> ResponseReturnValue:
    today = clock.today()
    pathway = pathways.pathway(ident, today) or abort(404)
    view = answering.view(pathway, changes, today)
    seen = {"view": view, "pathway": pathway, "at": at, "words": said, "today": today}
    if pathway.one_person:
        return render_template("decisions/who_decides/one_person.html", **seen)
    chosen = [one.id for one in view.fitted.chosen]
    seen["mark"] = marks.mark(marks.ASK, at.topic.id, at.path) if at else marks.mark(marks.HOW, ident, chosen)
    if is_facilitator(standing()):
        seen["form"] = UseForm(data={"changes": " ".join(chosen)}).offer(journeys.without_steps())
    return render_template("decisions/who_decides/answer.html", **seen)


def _groups(topics: Iterable[Topic]) -> list[tuple[str, list[Topic]]]:
    """Sort topics into their groups, both by name; those without a group stand last."""
    groups: dict[str, list[Topic]] = {}
    for one in sorted(topics, key=lambda topic: topic.name.casefold()):
        groups.setdefault(one.group, []).append(one)
    return sorted(groups.items(), key=lambda group: (not group[0], group[0].casefold()))
