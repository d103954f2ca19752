"""Names and addresses as keys: two that read the same are the same (pure). Vectors after Unicode TR 36 and TR 39."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

from forum.refusal import Refusal
from forum.say import N_

LONGEST_NAME, LONGEST_ADDRESS, MARKS_IN_A_ROW = 80, 254, 3

# Letters that look like others, each under the one it is taken for; applied after the compatibility form and without
# case. `i`, `l`, `1` and `|` are one letter, as are `o` and `0`: nobody can tell them apart in every typeface.
LOOK_ALIKES = str.maketrans(
    "авеіјкмнорстухѕԁɡһӏԛԝαβεικνορτυχıɑցօոսᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢi1|0",
    "abeljkmhopctyxsdghlqwabelkvoptuxlagonuabcdefghljklmnoprstuvwyzlllo",
)
PAIRS = (("rn", "m"), ("vv", "w"))
MARKED_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC", "")
EMPTY_LOOKING = frozenset("\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5")
PUNCTUATION = frozenset(" '’.,-–()&·")
JOINERS = frozenset("\u200c\u200d")  # Persian and Indian scripts need them between letters
WRITTEN_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})

RESERVED = frozenset(
    """admin administrator administrators moderator moderators facilitator facilitators council nhs police doorway
    support staff official system root webmaster everyone nobody anonymous me help""".split()  # noqa: SIM905
)


def plain_key(words: str) -> str:
    """Return words in compatibility form, without case, and with single spaces."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def name_key(name: str) -> str:
    """Return the key of a name: no case, nothing invisible, look-alikes folded. Not for showing."""
    seen = "".join(_visible(plain_key(name))).translate(LOOK_ALIKES)
    for looks, like in PAIRS:
        seen = seen.replace(looks, like)
    return " ".join(seen.split())[:120]


def _visible(words: str) -> list[str]:
    """The letters that show. A mark on a Latin, Greek or Cyrillic letter that has no letter of its own is left out;
    in other scripts marks are vowels, and stay."""
    kept: list[str] = []
    alphabet = ""
    for letter in words:
        category = unicodedata.category(letter)
        if category in ("Cf", "Me", "Cc", "Cs", "Co", "Cn") or letter in EMPTY_LOOKING:
            continue
        if category == "Mn" and (alphabet in MARKED_ALPHABETS or "VARIATION" in unicodedata.name(letter, "")):
            continue
        if category[0] == "L":
            alphabet = alphabet_of(letter)
        kept.append(letter)
    return kept


def alphabet_of(letter: str) -> str:
    """Return the alphabet of a letter as its Unicode name begins, or nothing."""
    return unicodedata.name(letter, "").split(" ")[0].partition("-")[0]


def email_key(email: str) -> str:
    """Return the key of an e-mail address: lower case, trimmed. ASCII case only: `ı` is never taken for `i`."""
    trimmed = email.strip()
    return "".join(letter.lower() if letter.isascii() else letter for letter in trimmed)


def may_be_name(name: str) -> Refusal | None:
    """Whether a name can be read by people and cannot be taken for something else."""
    if not name_key(name) or not any(unicodedata.category(letter)[0] == "L" for letter in name):
        return Refusal(N_("Please write a name that people can read."), field="name")
    if len(name) > LONGEST_NAME:
        return Refusal(N_("Please use a shorter name."), field="name")
    if "@" in name or "://" in name or "www." in name.casefold():
        return Refusal(N_("Please leave out addresses. Everyone can see your name."), field="name")
    if not all(_may_stand(name, place) for place in range(len(name))) or _marks_in_a_row(name) > MARKS_IN_A_ROW:
        return Refusal(N_("Use letters, numbers and spaces. A dot, a comma or a dash is fine too."), field="name")
    if any(_mixed(word) for word in name.split()):
        return Refusal(N_("Please use the letters of one alphabet in each word."), field="name")
    return None


def is_reserved(name: str, others: tuple[str, ...] = ()) -> bool:
    """Whether a name would make people take its owner for the site, the council or another body.

    Arguments: `others`, names of this place that are nobody's (its own, who runs it, its bodies).
    """
    key = name_key(name)
    return key.removeprefix("the ") in {name_key(one).removeprefix("the ") for one in (*RESERVED, *others) if one}


def may_be_address(email: str) -> Refusal | None:
    """Whether an e-mail address can be written to. Nothing is looked up."""
    refusal = Refusal(N_("Write an e-mail address like name@example.org."), field="email")
    if not email.isascii() or len(email) > LONGEST_ADDRESS:
        return refusal
    try:
        validate_email(email, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return refusal
    return None


def _may_stand(name: str, place: int) -> bool:
    letter = name[place]
    if letter in JOINERS:
        before, after = name[place - 1 : place], name[place + 1 : place + 2]
        return bool(before and after) and alphabet_of(before) not in MARKED_ALPHABETS and not before.isspace()
    if letter in EMPTY_LOOKING:
        return False
    return letter in PUNCTUATION or unicodedata.category(letter) in ("Ll", "Lu", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd")


def _marks_in_a_row(name: str) -> int:
    most = now = 0
    for letter in name:
        now = now + 1 if unicodedata.category(letter) == "Mn" else 0
        most = max(most, now)
    return most


def _mixed(word: str) -> bool:
    found = {alphabet_of(letter) for letter in word if unicodedata.category(letter) in ("Ll", "Lu", "Lt", "Lo")}
    return len(found) > 1 and not found <= WRITTEN_TOGETHER
