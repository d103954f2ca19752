"""Pages that help people to take part: guides, rights, what is only announced, powers, a meeting to practise."""

from typing import TypeVar

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue

from decisions.packs.known import Known
from decisions.pathways import words as said
from decisions.pathways.clocks import Clock
from decisions.pathways.helping import Banner, Guide, Power, Practice, Right
from decisions.who_decides import answering, knowledge
from decisions.who_decides.routes.pages import pages
from forum import clock
from forum.access import EVERYONE
from forum.web import allow

Kept = TypeVar("Kept", bound=Known)


@pages.get("/who-decides/rights")
@allow(EVERYONE)
def rights() -> str:
    """List what people are owed when something is decided, and how to use it."""
    found = _by_name(knowledge.all_of(Right, "right"))
    return render_template("decisions/who_decides/rights.html", rights=found, words=said, today=clock.today())


@pages.get("/who-decides/law")
@allow(EVERYONE)
def banners() -> str:
    """List what is law and what is only announced."""
    found = _by_name(knowledge.all_of(Banner, "banner"))
    return render_template("decisions/who_decides/banners.html", banners=found, words=said, today=clock.today())


@pages.get("/who-decides/taking-part")
@allow(EVERYONE)
def guides() -> str:
    """List the ways to take part, and the meetings to practise."""
    return render_template(
        "decisions/who_decides/guides.html",
        guides=_by_name(knowledge.all_of(Guide, "guide")),
        practices=_by_name(knowledge.all_of(Practice, "practice")),
    )


@pages.get("/who-decides/taking-part/<ident>")
@allow(EVERYONE)
def guide(ident: str) -> str:
    """Show one way to take part, with a sheet to print or send."""
    found = knowledge.one(Guide, "guide", ident) or abort(404)
    clocks = [one for rule in found.rules if (one := knowledge.one(Clock, "rule", rule)) is not None]
    return render_template(
        "decisions/who_decides/guide.html", guide=found, clocks=clocks, words=said, today=clock.today()
    )


@pages.get("/who-decides/practice/<ident>", defaults={"scene": ""})
@pages.get("/who-decides/practice/<ident>/<scene>")
@allow(EVERYONE)
def practice(ident: str, scene: str) -> ResponseReturnValue:
    """Walk through an invented meeting, one scene a page. Nothing is kept."""
    found = knowledge.one(Practice, "practice", ident) or abort(404)
    here = found.scene(scene) or abort(404)
    first = url_for("who_decides.practice", ident=ident)
    return render_template("decisions/who_decides/practice.html", practice=found, scene=here, first=first)


@pages.get("/who-decides/power/<ident>")
@allow(EVERYONE)
def power(ident: str) -> str:
    """Show one power: who may do what about a topic, within which limits, by which law."""
    found = knowledge.one(Power, "power", ident) or abort(404)
    topic = knowledge.topics().get(found.topic)
    who = answering.who_is(found.body, clock.today())
    return render_template(
        "decisions/who_decides/power.html", power=found, topic=topic, who=who, words=said, today=clock.today()
    )


def _by_name(found: dict[str, Kept]) -> list[Kept]:
    return sorted(found.values(), key=lambda one: one.name.casefold())
