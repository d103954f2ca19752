"""The pages of questions: all routes stand on the one blueprint."""

from decisions.answers.questions.routes import (
    answer,
    ask,
    asker,
    by_link,
    confirm,
    heard,
    how_often,
    look,
    other,
    pages,
    ready,
    sending,
)

ROUTES = (answer, ask, asker, by_link, confirm, heard, how_often, look, other, ready, sending)
blueprint = pages.pages
