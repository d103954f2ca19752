"""Topics, questions and pathways, as packs tell them (pure). The keys are explained in docs/packs.md."""

from dataclasses import dataclass

from decisions.packs.known import Known, each, said

ONE_PERSON = "one-person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """One way to have a say at a step."""

    plain: str
    until: str = ""  # a rule: the last day
    speaking: bool = False
    guide: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a pathway: somebody does something, for about so long, on somebody's authority."""

    id: str
    name: str
    plain: str
    role: str
    body: str = ""
    who: str = ""  # when it is no body: "your group"
    also: tuple[str, ...] = ()
    condition: str = ""
    optional: bool = False
    takes: str = ""
    takes_source: str = ""
    rules: tuple[str, ...] = ()
    say: tuple[Say, ...] = each(Say)
    writing: str = ""
    official_way: str = ""
    governance: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that changes the route: which steps fall away or are added, or which other route it is."""

    id: str
    when: str = said("if")
    then: str = ""
    pathway: str = ""
    add: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    rule: str = ""  # of several clocks of one law, the one that holds then


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """Where people can move a decision most."""

    plain: str
    when: str = ""  # a step


@dataclass(frozen=True, slots=True, kw_only=True)
class IfNo:
    """What people can do when the answer is no."""

    plain: str
    body: str = ""
    rule: str = ""
    guide: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to turn to about one person's care."""

    who: str
    plain: str
    body: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway(Known):
    """A usual route to a decision."""

    about: str
    first_words: str = ""
    no_story: bool = False
    topics: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    advises: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    puts_right: tuple[str, ...] = ()
    banners: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    where: str = ""
    committee: str = ""
    steps: tuple[Step, ...] = each(Step, "step")
    changes: tuple[Change, ...] = each(Change, "change")
    influence: tuple[Influence, ...] = each(Influence)
    if_no: tuple[IfNo, ...] = each(IfNo)
    contacts: tuple[Contact, ...] = each(Contact, "contact")

    @property
    def one_person(self) -> bool:
        """Whether it is about one person: then never a public issue or journey."""
        return self.about == ONE_PERSON

    def bodies(self) -> set[str]:
        """Every body that it names."""
        named = {*self.decides, *self.advises, *self.checks, *self.puts_right}
        named |= {step.body for step in self.steps} | {body for step in self.steps for body in step.also}
        named |= {one.body for one in self.if_no} | {one.body for one in self.contacts}
        return named - {""}

    def rules(self) -> set[str]:
        """Every clock that it names."""
        named = {rule for step in self.steps for rule in step.rules}
        named |= {way.until for step in self.steps for way in step.say} | {one.rule for one in self.if_no}
        return named - {""}

    def guides(self) -> set[str]:
        """Every guide to taking part that it names."""
        return ({way.guide for step in self.steps for way in step.say} | {one.guide for one in self.if_no}) - {""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a question, and where it leads: another question, a pathway or a thing to start."""

    id: str
    say: str
    plain: str = ""
    question: str = ""
    pathway: str = ""
    changes: tuple[str, ...] = ()
    start: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that changes the route."""

    id: str
    ask: str
    help: str = ""
    answers: tuple[Answer, ...] = each(Answer, "answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Known):
    """What somebody has in mind, in everyday words, and where the questions about it begin."""

    first: str = ""  # none: its own page says who decides
    pathways: tuple[str, ...] = ()
    group: str = ""
    talk: str = ""  # the topic of issues here that it goes with


@dataclass(frozen=True, slots=True, kw_only=True)
class StartIt(Known):
    """Something that nobody has to decide: people can start it."""

    needs: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    nearby: str = ""
    pathway: str = ""
    kind: str = ""
