"""A pathway as it goes in a place, and after some answers."""

import pytest

from decisions.pathways.fitting import Council, fit
from decisions.pathways.shapes import Change, Pathway, Step


def step(ident: str, body: str = "cabinet", *, rules: tuple[str, ...] = (), **more: tuple[str, ...]) -> Step:
    return Step(id=ident, name=ident, plain="It happens.", role="decide", body=body, rules=rules, **more)  # type: ignore[arg-type]


WAY = Pathway(
    id="way",
    name="A way",
    about="everyone",
    decides=("cabinet", "council"),
    steps=(
        step("options", "officer"),
        step("county", "officer", tiers=("county",)),
        step("mayor", governance=("mayor",)),
        step("decide", rules=("key-notice", "papers")),
        step("extra", "icb"),
    ),
    changes=(
        Change(id="small", when="It is small", then="An officer decides.", skip=("decide",)),
        Change(id="nhs", when="The NHS pays", then="It agrees too.", add=("extra",)),
    ),
)


@pytest.mark.parametrize(
    ("council", "changes", "steps"),
    [
        (Council(), (), ["options", "county", "mayor", "decide"]),
        (Council("unitary", "leader"), (), ["options", "decide"]),
        (Council("county", "mayor"), (), ["options", "county", "mayor", "decide"]),
        (Council("unitary", "leader"), ("small",), ["options"]),
        (Council("unitary", "leader"), ("nhs",), ["options", "decide", "extra"]),
        (Council("unitary", "leader"), ("no-such",), ["options", "decide"]),
    ],
)
def test_steps_fit_the_place_and_the_answers(council: Council, changes: tuple[str, ...], steps: list[str]) -> None:
    assert [one.id for one in fit(WAY, council, changes).steps] == steps


def test_a_council_with_committees_has_no_cabinet_and_no_cabinet_clocks() -> None:
    fitted = fit(WAY, Council("unitary", "committee"), no_clock={"key-notice"})
    decide = next(one for one in fitted.steps if one.id == "decide")
    assert (decide.body, decide.rules) == ("committee", ("papers",))
    assert fitted.decides == ("committee", "council")
    assert fit(WAY, Council("unitary", "leader"), no_clock={"key-notice"}).steps[1].rules == ("key-notice", "papers")


def test_changes_are_told_apart() -> None:
    fitted = fit(WAY, Council(), ["nhs"])
    assert [one.id for one in fitted.chosen] == ["nhs"] and [one.id for one in fitted.other] == ["small"]
