"""An issue on which people ask a council that has joined and a surgery that has not."""

from dataclasses import dataclass

from flask import Flask

from decisions.answers.questions.models import Question
from decisions.answers.questions.reminding import remind
from forum import clock
from forum.db import db
from tests import make
from tests.client import Client
from tests.letters import do_jobs


@dataclass(frozen=True)
class Scene:
    """Ids of what there is. Sal speaks for the council, Ada asks, Hana helps run this, Stan is a member."""

    app: Flask
    thread: int
    council: int
    surgery: int
    sal: int
    ada: int
    hana: int
    stan: int

    def client(self, person: int) -> Client:
        """A browser of one of them."""
        return Client(self.app).sign_in(person)

    def ask(self, body: int, words: str = "Who made the plan?") -> int:
        """Let Ada ask; of the surgery she reads the letter first. Returns the id of the question."""
        more = {"read": "1"} if body == self.surgery else {}
        sent = {"body": str(body), "words": words, **more, "key": f"{body}{words}"}
        return number_of(self.client(self.ada).post(f"/issues/{self.thread}/question", sent).location)

    def question(self, number: int) -> Question:
        """A question as it is kept."""
        with self.app.app_context():
            found = db.session.get_one(Question, number)
            db.session.expunge_all()
            return found


def number_of(address: str) -> int:
    """The number at the end of an address."""
    return int(address.rstrip("/").rsplit("/", 1)[-1])


def scene(app: Flask) -> Scene:
    """Make it."""
    thread = make.make_thread(app, "The lift is broken")
    council = make.make_body(app, "Council", short="the council")
    mail = "manager@surgery.example.org"
    surgery = make.make_body(app, "Mill Lane Surgery", short="Mill Lane Surgery", joined=False, email=mail)
    sal = make.make_trusted(app, "Sal")
    make.make_affiliation(app, sal, council, post="Head of Lifts")
    ada, hana = make.make_trusted(app, "Ada"), make.make_person(app, name="Hana", role="facilitator")
    return Scene(app, thread, council, surgery, sal, ada, hana, make.make_trusted(app, "Stan"))


def post_round(app: Flask) -> None:
    """Write the letters that are due, send them, and note what became of them."""
    do_jobs(app)
    do_jobs(app)


def remind_all(app: Flask) -> int:
    """Do the night's letters to those who speak for bodies."""
    with app.app_context():
        return remind(clock.now())
