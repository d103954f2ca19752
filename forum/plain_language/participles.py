"""Which words end a passive, as in "was agreed" (data, and one question about a word; pure)."""

from forum.plain_language.listed import listed

IRREGULAR = listed(
    """
    arisen awoken beaten begun bent bet bitten blown bought bound broken brought built burnt burst cast caught chosen
    cut dealt drawn driven dug eaten fallen fed felt fought forbidden foreseen forgiven forgotten fought found frozen
    given grown heard held hidden hit hung hurt kept known laid led left lent let lit made met misled mistaken
    misunderstood mown outgrown outrun overcome overheard overridden overseen overspent overtaken overthrown paid proven
    put quit read rebuilt redone remade resold reset retaken retold rewritten ridden run said sawn seen sent set sewn
    shaken shed shot shown shut slain sold sought sown spelt spent split spoken spread stolen struck stuck stung sung
    sunk swept sworn taken taught thought thrown told torn understood undertaken underpaid underspent undone upheld
    upset withdrawn withheld won worn wound woven written
    """
)
NO_PARTICIPLE = listed(
    """
    bed bleed breed creed deed embed exceed feed greed heed hundred indeed kindred misdeed need proceed red reed
    seaweed seed shed shred sled speed steed succeed weed wed hatred sacred wicked naked rugged ragged
    """
)
DOUBLE_E = frozenset(("agreed", "decreed", "freed", "guaranteed", "refereed"))
# They say how somebody or something is. A passive only when “by” follows.
HOW_IT_IS = listed(
    """
    abandoned accustomed advanced afraid aged alarmed amazed amused annoyed armed ashamed associated astonished
    aggrieved balanced based bored closed committed complicated concerned confused convinced crowded dated dedicated
    delighted depressed detailed determined devastated disabled disappointed disadvantaged disgusted distressed divided
    divorced done dressed educated embarrassed engaged entitled established excited exhausted experienced exposed
    fascinated finished fixed-term frightened frustrated furnished gifted gone honoured horrified hurt hooked impressed
    inclined indebted inspired interested intended involved isolated joined-up left limited located lost married meant
    mixed motivated obliged occupied open opposed outdated overjoyed overwhelmed overcrowded packed petrified pleased
    prepared privileged puzzled qualified reassured related relaxed relieved resigned retired rushed saddened satisfied
    scared scattered seated separated settled shattered shocked situated skilled sold-out sorted spread stressed stuck
    supposed surprised suited talented terrified thrilled tired touched troubled unemployed united upset used valued
    varied wasted weathered well-established widowed worn worried wounded
    """
)


def is_participle(word: str) -> bool:
    """Whether a word in small letters can end a passive."""
    if "-" in word:
        start, _, rest = word.partition("-")
        return start in ("co", "re", "pre", "mis") and is_participle(rest)
    if word in IRREGULAR or word in DOUBLE_E:
        return True
    return len(word) > 3 and word.endswith("ed") and not word.endswith("eed") and word not in NO_PARTICIPLE


def says_how_it_is(word: str) -> bool:
    """Whether a participle is mostly read as an adjective."""
    negated = word.startswith("un") and word.endswith("ed") and not word.startswith(("under", "unveil", "unlock"))
    return word in HOW_IT_IS or negated
