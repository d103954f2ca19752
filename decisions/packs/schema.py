"""What a pack may say: every kind of entry and its keys, as data (pure). docs/packs.md tells it in words."""

from decisions.packs.keys import Holds, Key, Kind, day, flag, number, plain, ref, refs, some, table, tables, text, texts
from decisions.packs.keys import word as one_word

BASES = ("law", "guidance", "local", "promise", "typical", "announced", "bill", "not-started", "not-in-force")
CONFIDENCE = ("high", "medium", "low")
COUNCILS = ("unitary", "county", "district", "metropolitan", "london", "combined")
GOVERNANCE = ("leader", "mayor", "committee")
NATIONS = ("england", "wales", "scotland", "northern-ireland")
UNITS = (
    "working-days", "clear-working-days", "clear-days", "parish-clear-days", "calendar-days", "weeks", "months",
    "years", "hours", "school-days", "yearly",
)  # fmt: skip
CALENDARS = ("england-wales", "any-uk", "scotland", "northern-ireland", "parish")
VERBS = ("decides", "recommends", "checks", "must-be-asked", "is-told", "puts-right")
ROLES = ("recommend", "decide", "scrutinise", "consult", "inform", "redress")
TAKES = ("statute", "guidance", "local", "typical")

ID = Key("id", Holds.NAME, needed=True)
NAME = text("name", needed=True)
COMMON = (
    ID, text("fact"), NAME, plain("plain"), text("source", long=True), Key("link", Holds.LINK),
    one_word("basis", *BASES), one_word("confidence", *CONFIDENCE), day("checked"), day("check_by"),
    day("valid_from"), day("valid_to"), text("successor"), flag("local_check"), texts("words"), flag("ended"),
)  # fmt: skip
CONTACTS = (
    Key("email", Holds.EMAIL, most=254), text("phone", most=40), Key("web", Holds.LINK, most=300),
    text("address", long=True),
)  # fmt: skip

PACK = Kind(
    "pack",
    (ID, NAME, text("builds_on"), text("licence", needed=True), text("source", long=True), day("checked")),
)
PLACE = Kind(
    "place",
    (
        text("council", needed=True), NAME, one_word("type", *COUNCILS, needed=True),
        one_word("governance", *GOVERNANCE, needed=True), one_word("nation", *NATIONS, needed=True), flag("invented"),
    ),
)  # fmt: skip
SINGLE = {"pack": PACK, "place": PLACE}  # one table, not a list


def _kind(name: str, *keys: Key, unnamed: bool = False) -> Kind:
    """Put the keys that any entry may have before a kind's own; an own key of the same name stands in its place.
    `unnamed` where another key says what the entry is called."""
    own = {one.name: one for one in ((text("name"), *keys) if unnamed else keys)}
    common = {one.name: own.get(one.name, one) for one in COMMON}
    return Kind(name, (*common.values(), *(one for one in keys if one.name not in common)))


SAY = (plain("plain", needed=True), ref("until", "rule"), flag("speaking"), ref("guide", "guide"))
STEP = (
    ID, NAME, ref("body", "body"), text("who"), refs("also", "body"), one_word("role", *ROLES, needed=True),
    plain("plain", needed=True), plain("condition"), flag("optional"), text("takes"),
    one_word("takes_source", *TAKES), refs("rules", "rule"), tables("say", *SAY),
    one_word("writing", "no", "yes", "send"), plain("official_way"), some("governance", *GOVERNANCE),
    some("tiers", *COUNCILS),
)  # fmt: skip
CHANGE = (
    ID, plain("if", needed=True), plain("then", needed=True), ref("pathway", "pathway"), texts("add"), texts("skip"),
    ref("rule", "rule"),
)  # fmt: skip
CONTACT = (text("who", needed=True), plain("plain", needed=True), ref("body", "body"), text("phone"))
CHOICE = (plain("say", needed=True), text("next", needed=True), plain("plain", needed=True))

KINDS: dict[str, Kind] = {
    one.name: one
    for one in (
        _kind(
            "body", Key("id", Holds.NAME, needed=True, most=60), text("name", needed=True, most=120),
            text("source", long=True, most=1000), text("short", needed=True, most=80), ref("kind", "body"),
            ref("answers_to", "body"), text("area"), plain("decides"), plain("advises"), plain("who"), plain("meets"),
            one_word("public", "yes", "partly", "no", "casework"), plain("papers"), texts("take_part"),
            texts("challenge"), refs("rules", "rule"), ref("answers_within", "rule"), refs("banners", "banner"),
            some("tiers", *COUNCILS), some("governance", *GOVERNANCE), refs("topics", "topic"), *CONTACTS,
            flag("joined"), flag("national"),
        ),
        _kind(
            "seat", ref("body", "body", needed=True), text("holder"), text("role"), day("from"), day("to"),
            flag("open_door"), text("area"), plain("how"), text("party"),
        ),
        _kind(
            "topic", plain("plain", needed=True), ref("first", "question", "pathway", "start"),
            refs("pathways", "pathway"), text("group"), text("talk"),
        ),
        _kind(
            "power", ref("topic", "topic", needed=True), ref("body", "body"), ref("seat", "seat"),
            one_word("verb", *VERBS, needed=True), plain("limits"), number("min"), number("max"),
            ref("pathway", "pathway"),
        ),
        _kind(
            "pathway", one_word("about", "everyone", "one-person", needed=True), plain("first_words"),
            flag("no_story"), refs("topics", "topic"), refs("decides", "body", needed=True), refs("advises", "body"),
            refs("checks", "body"), refs("puts_right", "body"), refs("banners", "banner"), refs("rights", "right"),
            plain("where"), plain("committee"), tables("step", *STEP, needed=True), tables("change", *CHANGE),
            tables("influence", plain("plain", needed=True), text("when")),
            tables("if_no", plain("plain", needed=True), ref("body", "body"), ref("rule", "rule"),
                   ref("guide", "guide")),
            tables("contact", *CONTACT),
        ),
        _kind(
            "rule", number("length"), one_word("unit", *UNITS), one_word("mode", "in", "after", "clear", "before"),
            Key("calendar", Holds.NAME), one_word("counts", "forward", "back"),
            one_word("whose", "you", "them", "owner", "anyone"), plain("starts", needed=True),
            plain("ends", needed=True), one_word("roll", "none", "next-working-day", "previous-working-day"),
            Key("cut_off", Holds.HOUR), texts("pauses"), flag("general"), flag("number"),
            Key("day", Holds.FIXED_DAY), flag("max"), ref("then", "rule"),
        ),
        _kind(
            "calendar", tables("holidays", Key("day", Holds.DAY, needed=True), NAME, flag("expected")),
            tables("closures", Key("day", Holds.DAY, needed=True), NAME),
        ),
        _kind("right", plain("plain", needed=True), texts("use")),
        _kind(
            "word", plain("plain", needed=True), text("area"), texts("near"), texts("variants"), text("context"),
            flag("case"),
        ),
        _kind(
            "banner", plain("plain", needed=True), one_word("basis", *BASES, needed=True),
            table("applies", refs("bodies", "body"), refs("pathways", "pathway"), refs("rights", "right"),
                  refs("rules", "rule")),
        ),
        _kind("quiet", day("from"), day("to")),
        _kind(
            "question", plain("ask", needed=True), plain("help"),
            tables("answer", ID, text("say", needed=True), ref("question", "question"), ref("pathway", "pathway"),
                   texts("changes"), ref("start", "start"), plain("plain"), needed=True),
            unnamed=True,
        ),
        _kind(
            "start", plain("plain", needed=True), texts("needs"), texts("money"), plain("nearby"),
            ref("pathway", "pathway"), one_word("kind", "offer", "idea"),
        ),
        _kind(
            "guide", plain("plain", needed=True), texts("steps"), texts("room"), texts("sheet"), plain("helper"),
            refs("rules", "rule"),
        ),
        _kind(
            "local", plain("ask", needed=True), plain("where"), Key("value", Holds.VALUE), text("unit"),
            refs("drives", "rule"), text("example"), unnamed=True,
        ),
        _kind(
            "practice", one_word("chair", "volunteer", "professional"),
            tables("scene", ID, plain("plain", needed=True), text("who"), tables("choice", *CHOICE), needed=True),
        ),
    )
}  # fmt: skip
LOOSE = ("rule", "banner", "pathway")  # a reference to these may give the fact's id as well


def kind(name: str) -> Kind:
    """Return a kind of entry, the pack's and the place's own tables too. Raises KeyError."""
    return KINDS.get(name) or SINGLE[name]
