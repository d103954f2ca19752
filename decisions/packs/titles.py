"""What kinds of entries are called on a page (pure)."""

from forum.say import N_

KIND_WORDS = {
    "body": N_("A body"),
    "seat": N_("A seat"),
    "topic": N_("A topic"),
    "power": N_("Who decides what"),
    "pathway": N_("How a decision is made"),
    "rule": N_("A time limit"),
    "calendar": N_("Days off"),
    "right": N_("A right"),
    "word": N_("A word"),
    "banner": N_("What may change"),
    "quiet": N_("Quiet dates"),
    "question": N_("A question of the guide"),
    "start": N_("Something people can start"),
    "guide": N_("How to take part"),
    "local": N_("Something to find out here"),
    "practice": N_("A practice run"),
    "pack": N_("A pack"),
    "place": N_("The place"),
}
MANY_WORDS = {
    "body": N_("Bodies"),
    "seat": N_("Seats"),
    "topic": N_("Topics"),
    "power": N_("Who decides what"),
    "pathway": N_("How decisions are made"),
    "rule": N_("Time limits"),
    "calendar": N_("Days off"),
    "right": N_("Rights"),
    "word": N_("Words"),
    "banner": N_("What may change"),
    "quiet": N_("Quiet dates"),
    "question": N_("Questions of the guide"),
    "start": N_("Things people can start"),
    "guide": N_("How to take part"),
    "local": N_("Things to find out here"),
    "practice": N_("Practice runs"),
    "pack": N_("Packs"),
    "place": N_("The place"),
}
