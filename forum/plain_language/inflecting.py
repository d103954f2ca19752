"""The forms of verbs and nouns, to find a word in all its forms and to put a plainer one into the same form (pure)."""

from dataclasses import dataclass

from forum.plain_language.listed import listed

IRREGULAR = {  # past, and the form after "have"
    "begin": ("began", "begun"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "buy": ("bought", "bought"), "choose": ("chose", "chosen"), "come": ("came", "come"), "cut": ("cut", "cut"),
    "do": ("did", "done"), "find": ("found", "found"), "fit": ("fitted", "fitted"), "get": ("got", "got"),
    "give": ("gave", "given"), "go": ("went", "gone"), "have": ("had", "had"), "hold": ("held", "held"),
    "keep": ("kept", "kept"), "know": ("knew", "known"), "leave": ("left", "left"), "let": ("let", "let"),
    "make": ("made", "made"), "mean": ("meant", "meant"), "meet": ("met", "met"), "oversee": ("oversaw", "overseen"),
    "pay": ("paid", "paid"), "put": ("put", "put"), "run": ("ran", "run"), "say": ("said", "said"),
    "see": ("saw", "seen"), "send": ("sent", "sent"), "set": ("set", "set"), "show": ("showed", "shown"),
    "speak": ("spoke", "spoken"), "speed": ("sped", "sped"), "spend": ("spent", "spent"), "stick": ("stuck", "stuck"),
    "strive": ("strove", "striven"), "take": ("took", "taken"), "tell": ("told", "told"),
    "think": ("thought", "thought"), "undergo": ("underwent", "undergone"), "undertake": ("undertook", "undertaken"),
    "seek": ("sought", "sought"), "wear": ("wore", "worn"),
    "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
}  # fmt: skip
DOUBLED = listed(
    """
    admit ban commit cut defer embed equip fit get incur let occur permit plan put refer remit run scan set ship
    step stop submit transfer transmit try-on allot fulfil cancel travel
    """
)
NO_PLURAL = listed(
    """
    assistance connectivity enablement equity expenditure facilitation governance integration involvement liaison
    participation procurement proximity quantum remuneration resilience retention sustainability utilisation
    viability workforce spending help pay staff strength use buying advice keeping
    """
)
PLURALS = {"person": "people", "appendix": "appendices", "criterion": "criteria"}


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a verb, or of words that begin with one: carry out, carries out, carrying out, carried out."""

    base: str
    present: str
    going: str
    past: str
    done: str


NO_FORMS = Forms("", "", "", "", "")


def verb(phrase: str) -> Forms:
    """Return the forms of a verb and what follows it."""
    head, blank, tail = phrase.partition(" ")
    rest = blank + tail
    past, done = IRREGULAR.get(head, (_past(head), _past(head)))
    return Forms(phrase, _present(head) + rest, _going(head) + rest, past + rest, done + rest)


def plural(phrase: str) -> str:
    """Return the plural of a noun, or of words that end with one; the noun itself when it has none."""
    head, blank, last = phrase.rpartition(" ")
    if last in NO_PLURAL or last.endswith("s"):
        return phrase
    return head + blank + PLURALS.get(last, _present(last))


def _present(word: str) -> str:
    if word == "have":
        return "has"
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        return word + "es"
    return word[:-1] + "ies" if _y(word) else word + "s"


def _going(word: str) -> str:
    if word in DOUBLED:
        return word + word[-1] + "ing"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + "ing"
    return word + "ing"


def _past(word: str) -> str:
    if word in DOUBLED:
        return word + word[-1] + "ed"
    if _y(word):
        return word[:-1] + "ied"
    return word + ("d" if word.endswith("e") else "ed")


def _y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in "aeiou"
