"""What a form calls the keys of an entry and the words that they can be (pure)."""

from decisions.packs.keys import Holds, Key
from forum.say import N_

LABELS = {
    "id": N_("Id"), "fact": N_("Number in the list of facts"), "name": N_("What people call it"),
    "plain": N_("In plain words"), "source": N_("Where this comes from: the law or document"),
    "link": N_("Web address of the source"), "basis": N_("On whose authority"), "confidence": N_("How sure we are"),
    "checked": N_("Last checked on"), "check_by": N_("Check again by"), "valid_from": N_("From"),
    "valid_to": N_("Until"), "successor": N_("What comes after it"),
    "local_check": N_("Local people still have to check this"), "words": N_("Everyday words that find it"),
    "ended": N_("It has ended"), "short": N_("Name in a sentence"), "kind": N_("What kind it is"),
    "answers_to": N_("Which body it answers to"), "answers_within": N_("How soon it says it answers"),
    "area": N_("Which part of the place, or which field"),
    "decides": N_("What it decides, or who decides"), "advises": N_("What it only advises on, or who advises"),
    "who": N_("Who"), "meets": N_("When and where it meets"), "public": N_("Can anyone come?"),
    "papers": N_("Where its papers are"), "take_part": N_("How to take part"), "challenge": N_("How to challenge it"),
    "rules": N_("Time limits"), "banners": N_("What may change"), "tiers": N_("Types of council that have it"),
    "governance": N_("How the council is run"), "email": N_("E-mail"), "phone": N_("Phone"), "web": N_("Website"),
    "address": N_("Postal address"), "joined": N_("It has joined this site"),
    "national": N_("It is the same everywhere"), "body": N_("Which body"), "holder": N_("Who holds the seat"),
    "party": N_("Party"),
    "role": N_("What it does here"), "from": N_("From"), "to": N_("To"), "open_door": N_("Anyone can ask this person"),
    "how": N_("How to reach them"), "first": N_("Where the guide begins"), "pathways": N_("How decisions are made"),
    "group": N_("Group"), "talk": N_("Topic of issues here"), "topic": N_("Which topic"), "seat": N_("Which seat"),
    "verb": N_("What it does"),
    "limits": N_("Limits"), "min": N_("From how many pounds"), "max": N_("Up to how many pounds"),
    "pathway": N_("How such a decision is made"), "about": N_("About everyone, or one person"),
    "first_words": N_("What people read first"), "no_story": N_("Ask for no story"), "topics": N_("Topics"),
    "checks": N_("Who checks"), "puts_right": N_("Who puts it right"), "rights": N_("Rights"),
    "where": N_("Where to look, or what it is and is not"), "committee": N_("Where the council has no cabinet"),
    "step": N_("Steps"), "change": N_("What changes the steps"), "influence": N_("What helps"),
    "if_no": N_("If they say no"), "contact": N_("Whom to contact"), "also": N_("Other bodies in this step"),
    "condition": N_("Only if"), "optional": N_("This step is not always there"), "takes": N_("How long it takes"),
    "takes_source": N_("How we know how long"), "say": N_("What people can say or choose"),
    "until": N_("Until which time limit"), "speaking": N_("It means speaking in public"),
    "guide": N_("Guide for taking part"), "writing": N_("Does writing here count?"),
    "official_way": N_("The official way to answer"), "if": N_("If"), "then": N_("Then"), "add": N_("Steps to add"),
    "skip": N_("Steps to leave out"), "when": N_("At which step"), "rule": N_("Time limit"),
    "length": N_("How long"), "unit": N_("Days, weeks or months"), "mode": N_("How it is counted"),
    "calendar": N_("Whose bank holidays"), "counts": N_("Forward or back"), "whose": N_("Whose time limit it is"),
    "starts": N_("It starts on"), "ends": N_("It ends on"), "roll": N_("When it ends on a day off"),
    "cut_off": N_("At what time of the day"), "pauses": N_("What stops the clock"),
    "general": N_("It is the general one"), "number": N_("It has a number"), "day": N_("Day"),
    "holidays": N_("Bank holidays"), "closures": N_("Other days off"), "use": N_("How to use it"),
    "near": N_("Words that stand near it when it means this"),
    "variants": N_("Other forms of the word"), "context": N_("Where people meet it"),
    "case": N_("Big letters count"), "applies": N_("What it is about"), "bodies": N_("Bodies"),
    "ask": N_("The question"), "help": N_("Help with the question"), "answer": N_("Answers"),
    "question": N_("Leads to the question"), "changes": N_("Changes to the steps"),
    "start": N_("Leads to something people can start"), "needs": N_("What it needs"),
    "money": N_("Where money can come from"), "nearby": N_("Who nearby does it"), "steps": N_("Steps"),
    "room": N_("What will happen in the room"), "sheet": N_("Lines of the sheet to fill in"),
    "helper": N_("Asking for a supporter"), "value": N_("What it is here"), "drives": N_("Time limits that follow it"),
    "example": N_("An example"), "chair": N_("From whose chair"), "scene": N_("Scenes"), "choice": N_("Choices"),
    "next": N_("Next scene"), "builds_on": N_("Builds on the pack"), "licence": N_("Licence"),
    "council": N_("Code of the council"), "type": N_("Type of council"), "nation": N_("Nation"),
    "invented": N_("It is invented"), "expected": N_("Expected, not yet announced"),
}  # fmt: skip

CHOICES = {
    "law": N_("Law"), "guidance": N_("Official guidance"), "local": N_("A rule of this place"),
    "promise": N_("A promise"), "typical": N_("What is usual"), "announced": N_("Only announced"),
    "bill": N_("Before Parliament, not law yet"), "not-started": N_("Law, start not confirmed"),
    "not-in-force": N_("Not in force"), "high": N_("Sure"), "medium": N_("Fairly sure"), "low": N_("Not sure: check"),
    "unitary": N_("One council for everything"), "county": N_("County"), "district": N_("District"),
    "metropolitan": N_("Metropolitan borough"), "london": N_("London borough"), "combined": N_("Combined authority"),
    "leader": N_("Leader and cabinet"), "mayor": N_("Mayor and cabinet"), "committee": N_("Committees, no cabinet"),
    "england": N_("England"), "wales": N_("Wales"), "scotland": N_("Scotland"),
    "northern-ireland": N_("Northern Ireland"), "working-days": N_("Working days"),
    "clear-working-days": N_("Whole working days between"), "clear-days": N_("Whole days between"),
    "parish-clear-days": N_("Whole days between, as parishes count"), "calendar-days": N_("Days"),
    "weeks": N_("Weeks"), "months": N_("Months"), "years": N_("Years"), "hours": N_("Hours"),
    "school-days": N_("School days"), "yearly": N_("A fixed day each year"), "decides": N_("Decides"),
    "recommends": N_("Recommends"), "checks": N_("Checks"), "must-be-asked": N_("Must be asked"),
    "is-told": N_("Is told"), "puts-right": N_("Puts it right"), "recommend": N_("Recommends"),
    "decide": N_("Decides"), "scrutinise": N_("Checks"), "consult": N_("Is asked, or asks people"),
    "inform": N_("Is told"), "redress": N_("Puts it right"), "statute": N_("Law"), "yes": N_("Yes"),
    "partly": N_("In part"), "no": N_("No"), "casework": N_("No meetings: one case at a time"),
    "everyone": N_("About everyone"), "one-person": N_("About one person"), "send": N_("We send it in"),
    "in": N_("Within"), "after": N_("After"), "clear": N_("Whole days between"), "before": N_("Before"),
    "forward": N_("Forward"), "back": N_("Back from an event"), "you": N_("Yours"), "them": N_("Theirs"),
    "owner": N_("The owner’s"), "anyone": N_("Anyone’s"), "none": N_("It stays"),
    "next-working-day": N_("It moves to the next working day"),
    "previous-working-day": N_("It moves to the working day before"), "offer": N_("An offer"), "idea": N_("An idea"),
    "volunteer": N_("A volunteer’s"), "professional": N_("A new professional’s"),
}  # fmt: skip

HINTS = {
    Holds.TEXTS: N_("One on each line."),
    Holds.NAME: N_("The id of an entry."),
    Holds.LINK: N_("It starts with https://."),
    Holds.HOUR: N_("For example 12:00."),
    Holds.FIXED_DAY: N_("Month and day, for example 03-10."),
}
IDS = N_("One id on each line.")


OWN_ID = N_("Small letters, digits, dots and hyphens.")
OWN_LABELS = {
    ("pathway", "decides"): N_("Who decides"),
    ("pathway", "advises"): N_("Who advises"),
    ("pathway", "where"): N_("What it is and is not"),
    ("body", "decides"): N_("What it decides"),
    ("body", "advises"): N_("What it only advises on"),
    ("body", "area"): N_("Which part of the place"),
    ("body", "kind"): N_("What kind of body it is"),
    ("seat", "role"): N_("Chair, member, director"),
    ("seat", "area"): N_("Which part of the place"),
    ("question", "say"): N_("What people can answer"),
    ("local", "where"): N_("Where to look"),
    ("word", "area"): N_("In which field it means this"),
}


def of(kind: str) -> dict[str, str]:
    """Return what a form of a kind calls its keys."""
    return LABELS | {name: words for (one, name), words in OWN_LABELS.items() if one == kind}


def hint(key: Key) -> str:
    """Return what a form says below the label of a key."""
    if key.name == "id":
        return OWN_ID
    if key.holds is Holds.TEXTS and key.refers:
        return IDS
    return HINTS.get(key.holds, "")
