"""Which words end a passive, as in "was agreed" (data, and one question about a word; pure)."""

from forum.plain_language.listed import listed

IRREGULAR = listed(
    """
    arisen awoken beaten begun bent beset bet bitten blown borne bought bound bred broadcast broken brought built
    burnt burst cast caught chosen cut dealt done drawn dreamt driven dug eaten fallen fed felt flown forbidden
    forecast foreseen foretold forgiven forgotten fought found frozen given ground grown heard held hidden hit hung
    hurt kept known laid learnt led left lent let lit lost made met mislaid misled mistaken misunderstood mown
    outdone outgrown outrun overcome overheard overridden overrun overseen overspent overtaken overthrown paid
    proven put quit read rebuilt redone relaid remade repaid resent reset resold retaken retold rewound rewritten
    rid ridden run rung said sawn seen sent set sewn shaken shed shot shown shrunk shut slain sold sought sown spelt
    spent spilt split spoilt spoken spread spun stolen struck strung stuck stung sung sunk swept swollen sworn taken
    taught thought thrown thrust told torn trodden undercut underpaid underspent understood undertaken undone
    unwound upheld upset withdrawn withheld withstood won worn wound woven written wrung
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
    accustomed advanced afraid aged aggrieved alarmed amazed amused annoyed armed ashamed associated astonished
    based bored committed complicated concerned confused convinced crowded dated dedicated delighted depressed
    detailed devastated disabled disadvantaged disappointed disgusted distressed divorced dressed embarrassed
    engaged entitled excited exhausted experienced exposed fascinated frightened frustrated furnished gifted gone
    honoured horrified hurt impressed inclined indebted inspired interested involved isolated limited located
    married meant mixed motivated obliged occupied opposed outdated overcrowded overjoyed overwhelmed packed
    petrified pleased privileged puzzled qualified reassured related relaxed relieved resigned retired rushed
    saddened satisfied scared seated separated shattered shocked situated skilled stressed stuck suited supposed
    surprised talented terrified thrilled tired touched troubled unemployed united upset used varied
    well-established widowed worn worried wounded
    """
)
# So do these, but for "has been closed" and "must be done".
STATES = listed("closed shut lost done finished fixed settled sorted broken")
BEFORE_TO = listed("prepared determined used")  # not a passive in "prepared to help"


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
