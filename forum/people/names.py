"""Names and addresses as keys: two that read the same are the same (pure)."""

import unicodedata

# Letters of other alphabets that look like Latin ones; enough that `аdmin` with a Cyrillic letter is `admin`.
LOOK_ALIKES = str.maketrans(
    "авеіјкмнорстухѕԁɡһӏԛԝꓮαβεικνορτυχıſ",
    "abeijkmhopctyxsdghlqwaabeikvoptuxis",
)


def name_key(name: str) -> str:
    """Return the key of a name: compatibility form, no case, no marks or spaces at the ends, look-alikes folded."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(LOOK_ALIKES)
    seen = [letter for letter in folded if unicodedata.category(letter) not in ("Cf", "Mn", "Me", "Cc")]
    return " ".join("".join(seen).split())[:120]


def email_key(email: str) -> str:
    """Return the key of an e-mail address: lower case, trimmed. ASCII case only: `ı` is never taken for `i`."""
    trimmed = email.strip()
    return "".join(letter.lower() if letter.isascii() else letter for letter in trimmed)
