"""Fit a pathway to a place and to the answers given: which steps there are, and which clocks run (pure)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from decisions.packs.merge import Documents
from decisions.pathways.clocks import Clock
from decisions.pathways.shapes import Change, Pathway, Step

COMMITTEE = "committee"
# In a council that decides by committee there is no cabinet and no notice or call-in that is for cabinets alone.
# (Facts section 2; SI 2012/2089 and LGA 2000 s.9F are for executives.)
IN_ITS_PLACE = {"cabinet": COMMITTEE, "cabmember": COMMITTEE, "mayor": COMMITTEE}
FOR_CABINETS = frozenset({"K01", "K02", "K03", "K04", "K05", "K09", "K12", "K13"})


@dataclass(frozen=True, slots=True)
class Council:
    """What kind of council a place has. Empty: nobody has said yet."""

    type: str = ""  # unitary county district metropolitan london combined
    governance: str = ""  # leader mayor committee


@dataclass(frozen=True, slots=True)
class Fitted:
    """A pathway as it goes here, and the changes that were asked for."""

    pathway: Pathway
    steps: tuple[Step, ...]
    decides: tuple[str, ...]
    chosen: tuple[Change, ...] = ()
    other: tuple[Change, ...] = ()


def council_of(found: Documents) -> Council:
    """Return what kind of council this place has, out of documents by kind and id: as its own pack says."""
    here = next(iter(found.get("place", {}).values()), {})
    return Council(type=str(here.get("type") or ""), governance=str(here.get("governance") or ""))


def for_cabinets(clocks: Iterable[Clock]) -> set[str]:
    """Return the ids of the clocks that run only where there is a cabinet."""
    return {one.id for one in clocks if one.fact.partition(".")[0] in FOR_CABINETS}


def fit(pathway: Pathway, council: Council, changes: Collection[str] = (), *, no_clock: Collection[str] = ()) -> Fitted:
    """Return a pathway as it goes in a place.

    Arguments: the pathway; the place's council; the ids of the changes that the answers brought; `no_clock`, the
    rules that do not run where there is no cabinet (see `for_cabinets`).
    """
    chosen = tuple(one for one in pathway.changes if one.id in changes)
    gone = {step for one in chosen for step in one.skip}
    added = {step for one in chosen for step in one.add}
    waits = {step for one in pathway.changes for step in one.add} - added  # only there when its change is
    kept = [one for one in pathway.steps if one.id not in gone | waits and _there(one, council)]
    swap = council.governance == COMMITTEE
    steps = tuple(_by_committee(one, no_clock) if swap else one for one in kept)
    return Fitted(
        pathway,
        steps=steps,
        decides=_who_decides(steps)
        if gone | added
        else _unique(_swapped(pathway.decides) if swap else pathway.decides),
        chosen=chosen,
        other=tuple(one for one in pathway.changes if one not in chosen),
    )


def _who_decides(steps: Collection[Step]) -> tuple[str, ...]:
    """Who decides after steps fell away or were added: those who take the steps that decide."""
    return _unique(body for one in steps if one.role == "decide" for body in (one.body, *one.also) if body)


def _swapped(bodies: Collection[str]) -> list[str]:
    return [IN_ITS_PLACE.get(one, one) for one in bodies]


def _there(step: Step, council: Council) -> bool:
    """Whether a council of this kind takes the step. A place that has not said which kind it is gets them all."""
    by_type = not step.tiers or not council.type or council.type in step.tiers
    return by_type and (not step.governance or not council.governance or council.governance in step.governance)


def _by_committee(step: Step, no_clock: Collection[str]) -> Step:
    return replace(
        step,
        body=IN_ITS_PLACE.get(step.body, step.body),
        also=_unique(_swapped(step.also)),
        rules=tuple(one for one in step.rules if one not in no_clock),
    )


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
