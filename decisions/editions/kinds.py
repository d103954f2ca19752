"""Which editions there are, and in which languages."""

from enum import StrEnum

from forum.say import N_


class Sort(StrEnum):
    """What kind of edition it is. Easy Read is made by people, with people who need it; never by a machine."""

    EASY_READ = "easy-read"
    TRANSLATION = "translation"
    SIGNED = "signed"


SORT_WORDS = {
    Sort.EASY_READ: N_("Easy Read"),
    Sort.TRANSLATION: N_("In another language"),
    Sort.SIGNED: N_("Signed video"),
}
PDF, TEXT = "application/pdf", "text/plain"
MEDIA_WORDS = {PDF: N_("file to print (PDF)"), TEXT: N_("text")}
ENDINGS = {PDF: "pdf", TEXT: "txt"}
OTHER = "other"
LANGUAGES = {
    "en": N_("English"),
    "sq": N_("Albanian"),
    "am": N_("Amharic"),
    "ar": N_("Arabic"),
    "bn": N_("Bengali"),
    "zh": N_("Chinese"),
    "fa": N_("Farsi (Persian)"),
    "fr": N_("French"),
    "gu": N_("Gujarati"),
    "hi": N_("Hindi"),
    "ckb": N_("Kurdish (Sorani)"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "pa": N_("Punjabi"),
    "rom": N_("Romani"),
    "ro": N_("Romanian"),
    "so": N_("Somali"),
    "es": N_("Spanish"),
    "ta": N_("Tamil"),
    "ti": N_("Tigrinya"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
    "ur": N_("Urdu"),
    "vi": N_("Vietnamese"),
    "cy": N_("Welsh"),
}
SIGN_LANGUAGES = {"bfi": N_("British Sign Language (BSL)"), "isg": N_("Irish Sign Language (ISL)")}
NAMES = LANGUAGES | SIGN_LANGUAGES
