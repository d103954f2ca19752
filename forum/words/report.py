"""A report of the checker as data, for a command and for a browser."""

from typing import Any

from forum.plain_language import Report, utf16
from forum.say import say


def as_data(report: Report, file: str | None) -> dict[str, Any]:
    """Return a report as JSON can hold it. Places are counted as a browser counts them, in UTF-16."""
    figures, place = report.figures, utf16(report.text)
    return {
        "file": file,
        "sentences": figures.sentences,
        "words": figures.words,
        "syllables": figures.syllables,
        "polysyllables": figures.polysyllables,
        "fk": figures.fk,
        "smog": figures.smog,
        "reading_age": figures.reading_age,
        "findings": [
            {
                "type": str(one.kind),
                "start": place(one.start),
                "end": place(one.end),
                "text": report.text[one.start : one.end],
                "reason": say(one.reason),
                "suggestion": say(one.suggestion) if one.suggestion is not None else None,
            }
            for one in report.findings
        ],
    }
