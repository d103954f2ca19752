"""Say a reading age in words, as far as it can be said (pure). It is a guide and never a gate."""

from forum.plain_language.figures import Figures
from forum.say import N_, Sentence

YOUNGEST, OLDEST = 7, 18
BANDS = (
    (11, N_("easy for most people")),
    (14, N_("fairly easy")),
    (17, N_("hard for many people")),
    (200, N_("very hard")),
)
TOO_SHORT = N_("Write a little more to see a reading age.")
ABOUT = N_("Reading age: %(age)s, %(band)s.")
ROUGHLY = N_("Reading age: roughly %(age)s, %(band)s.")
OR_UNDER = N_("%(age)s or under")
OR_OVER = N_("%(age)s or over")


def band(age: int) -> str:
    """Return how hard a text of a reading age is, as marked by `N_()`."""
    return next(text for highest, text in BANDS if age <= highest or highest == BANDS[-1][0])


def reading_age(figures: Figures) -> Sentence:
    """Say the reading age of a text, or that there is too little of it."""
    age = figures.reading_age
    if age is None:
        return Sentence(TOO_SHORT)
    said: Sentence | int = age
    if age <= YOUNGEST:
        said = Sentence(OR_UNDER, {"age": YOUNGEST})
    elif age >= OLDEST:
        said = Sentence(OR_OVER, {"age": OLDEST})
    return Sentence(ROUGHLY if figures.rough else ABOUT, {"age": said, "band": Sentence(band(age))})
