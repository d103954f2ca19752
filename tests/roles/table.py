"""What an address of each route names, and who may do what there once the route's own policy has let them in.

A route without anything in its address needs no row: its policy is enough. Every other route needs one:

    "feature.view": Row("kind of thing", own=…, other=…, hidden=…)

A variant of the thing that is not named is open to whoever passes the policy; `missing` and `elsewhere` never are.
"""

from dataclasses import dataclass

from tests.roles.people import EVERYBODY, MODERATORS, STAFF

Who = frozenset[str]
ALL: Who = frozenset(EVERYBODY)
NOBODY: Who = frozenset()


@dataclass(frozen=True)
class Answer:
    """Who sees the thing: anyone else gets 404. Who of them may go on: the rest get 403."""

    sees: Who = ALL
    may: Who = ALL


YES, NO, GONE = Answer(), Answer(may=NOBODY), Answer(sees=NOBODY)
BY_STAFF, BY_MODERATORS = Answer(may=STAFF), Answer(may=MODERATORS)
FOR_MODERATORS = Answer(sees=MODERATORS)
SEEN_BY_MODERATORS = Answer(sees=MODERATORS, may=NOBODY)


class Row:
    """The kind of thing that an address names, and what is answered for each variant of it."""

    def __init__(self, kind: str, **answers: Answer) -> None:
        self.kind = kind
        self.answers = {name.replace("_", " "): answer for name, answer in answers.items()}

    def answer(self, variant: str) -> Answer:
        """Return what is answered for a variant."""
        return self.answers.get(variant, GONE if variant in ("missing", "elsewhere") else YES)


def on_issue(kind: str = "thread", **answers: Answer) -> Row:
    """A page of an issue: a hidden one is there for its writer and for moderators."""
    return Row(kind, **{"hidden": FOR_MODERATORS, **answers})


WRITING = {"hidden": SEEN_BY_MODERATORS, "own_hidden": NO}
POST_HIDDEN = {"waiting": SEEN_BY_MODERATORS, "on_a_hidden_issue": SEEN_BY_MODERATORS}
MINE_ONLY = {"other": NO, "hidden": NO, "withdrawn": NO, **POST_HIDDEN}
REPORTED = dict.fromkeys(("hidden", "waiting", "withdrawn", "own_withdrawn", "on_a_hidden_issue"), FOR_MODERATORS)
VERSIONS = {
    **dict.fromkeys(("other", "hidden", "withdrawn"), BY_MODERATORS),
    **dict.fromkeys(("waiting", "on_a_hidden_issue"), FOR_MODERATORS),
}
EDIT = {"other": BY_STAFF, "hidden": Answer(sees=MODERATORS, may=STAFF)}
ASK = {**EDIT, "own_hidden": BY_STAFF}  # of their own, they look after the one that is shown
SPEAKERS = frozenset({"works for a body"})
PROMISED = {
    "proposed": Answer(sees=STAFF | SPEAKERS),  # by somebody, of the body of every issue, and nobody has checked it
    **dict.fromkeys(("hidden", "on_a_hidden_issue"), FOR_MODERATORS),
}
ASKED = dict.fromkeys(("hidden", "on_a_hidden_issue"), FOR_MODERATORS)  # its asker sees their own too
BY_ASKER = {"other": NO, **dict.fromkeys(("hidden", "on_a_hidden_issue"), SEEN_BY_MODERATORS)}
BY_SPEAKERS = {
    **dict.fromkeys(("other", "own"), Answer(may=SPEAKERS)),
    **dict.fromkeys(("hidden", "on_a_hidden_issue"), Answer(sees=MODERATORS, may=SPEAKERS)),
}
PASSING = {
    **dict.fromkeys(("other", "own", "own_hidden", "own_on_a_hidden_issue"), Answer(may=STAFF | SPEAKERS)),
    **dict.fromkeys(("hidden", "on_a_hidden_issue"), Answer(sees=MODERATORS, may=STAFF | SPEAKERS)),
}
SPEAKS_HERE = Answer(may=SPEAKERS)
TWICE = {"missing": YES}  # a second press finds it gone, and that is what was wanted

HIDDEN = dict.fromkeys(("hidden", "on_a_hidden_issue"), FOR_MODERATORS)
OF_ANSWER = {
    **dict.fromkeys(("other", "own", "own_hidden"), Answer(may=STAFF | SPEAKERS)),
    "hidden": Answer(sees=MODERATORS, may=STAFF | SPEAKERS),
}
TAKEN_OFF = {
    **dict.fromkeys(("other", "own", "own_hidden", "own_on_a_hidden_issue"), BY_STAFF),
    **dict.fromkeys(("hidden", "on_a_hidden_issue"), Answer(sees=MODERATORS, may=STAFF)),
}
WRITERS_OWN = {
    "other": NO,
    "offered": Answer(sees=STAFF, may=NOBODY),
    **dict.fromkeys(("hidden", "on_a_hidden_issue"), SEEN_BY_MODERATORS),
}

TABLE: dict[str, Row] = {
    "answers.write": on_issue(),
    "answers.write_sent": on_issue(),
    "bodies.confirm": Row("claim"),
    "bodies.end": Row("claim", other=Answer(sees=STAFF)),
    "bodies.look": Row("claim"),
    "bodies.refuse": Row("claim"),
    "editions.file": Row("edition", **HIDDEN),
    "editions.new": Row("answer with editions", **OF_ANSWER),
    "editions.new_sent": Row("answer with editions", **OF_ANSWER),
    "editions.page": Row("edition", **HIDDEN),
    "editions.remove": Row("edition", **TAKEN_OFF),
    "editions.video": Row("answer with editions", **OF_ANSWER),
    "editions.video_sent": Row("answer with editions", **OF_ANSWER),
    "imports.body": Row("body of a source"),
    "imports.body_new": Row("body of a source"),
    "imports.body_sent": Row("body of a source"),
    "imports.bring": Row("source"),
    "imports.change": Row("source"),
    "imports.change_sent": Row("source"),
    "imports.drop": Row("something brought"),
    "imports.end": Row("source"),
    "imports.end_sent": Row("source"),
    "imports.go_on": Row("source"),
    "imports.items": Row("something brought"),
    "imports.keep": Row("something brought"),
    "imports.look": Row("something brought"),
    "imports.pause": Row("source"),
    "imports.read": Row("source"),
    "imports.source": Row("source"),
    "imports.table": Row("empty table"),
    "issues.answer": on_issue("answer"),
    "issues.in_short": on_issue(),
    "issues.page": on_issue(),
    "issues.whole_story": on_issue(),
    "issues.short": on_issue(),
    "clear.heard": Row("official answer", other=Answer(may=STAFF | SPEAKERS), hidden=GONE),
    "clear.said": Row("official answer", hidden=GONE),
    "clear.say": Row("official answer", hidden=GONE),
    "clear.words": Row("official answer", hidden=GONE),
    "clear.words_picked": Row("official answer", hidden=GONE),
    "glossary.answer": Row("word suggested"),
    "glossary.look": Row("word suggested"),
    "glossary.word": Row("word"),
    "data_out.piece": Row("file of data"),
    "data_out.table": Row("file of data"),
    "doubts.answer": Row("doubt"),
    "doubts.look": Row("doubt"),
    "journeys.taken_apart": on_issue("joined record"),
    "journeys.checked": on_issue(),
    "journeys.along": on_issue(),
    "journeys.along_sent": on_issue(),
    "journeys.apart": on_issue("goes along"),
    "journeys.apart_sent": on_issue("goes along"),
    "journeys.confirm": on_issue("move"),
    "journeys.confirm_sent": on_issue("move"),
    "journeys.correct": on_issue("move"),
    "journeys.correct_sent": on_issue("move"),
    "journeys.date_checked": on_issue("deadline"),
    "journeys.dismissed": on_issue("draft"),
    "journeys.draft": on_issue("draft"),
    "journeys.draft_sent": on_issue("draft"),
    "journeys.happened": on_issue(),
    "journeys.happened_sent": on_issue(),
    "journeys.heard": on_issue("stop"),
    "journeys.heard_sent": on_issue("stop"),
    "journeys.join_decision": Row("decision"),
    "journeys.join_item": Row("item"),
    "journeys.joined": on_issue("suggestion"),
    "journeys.limits_sent": on_issue(),
    "journeys.move": on_issue("move"),
    "journeys.new_date": on_issue(),
    "journeys.new_date_sent": on_issue(),
    "journeys.new_step": on_issue(),
    "journeys.new_step_sent": on_issue(),
    "journeys.not_same": on_issue("suggestion"),
    "journeys.plan": on_issue(),
    "journeys.records": on_issue(),
    "journeys.records_sent": on_issue(),
    "journeys.replies_file": on_issue("stop"),
    "journeys.same": on_issue("suggestion"),
    "journeys.send_in": on_issue("stop"),
    "journeys.send_in_sent": on_issue("stop"),
    "journeys.settled": on_issue("deadline"),
    "journeys.start": on_issue("issue without steps"),
    "journeys.start_sent": on_issue("issue without steps"),
    "journeys.step": on_issue("stop"),
    "journeys.step_removed": on_issue("stop", **TWICE),
    "journeys.step_sent": on_issue("stop"),
    "journeys.use": Row("usual steps"),
    "journeys.use_sent": Row("usual steps"),
    "journeys.usual": on_issue("issue without steps"),
    "journeys.usual_sent": on_issue("issue without steps"),
    "journeys.way": on_issue("stop"),
    "journeys.way_removed": on_issue("way", **TWICE),
    "journeys.way_sent": on_issue("stop"),
    "meetings.change": Row("meeting"),
    "meetings.change_decision": Row("decision"),
    "meetings.change_decision_sent": Row("decision"),
    "meetings.change_sent": Row("meeting"),
    "meetings.decision": Row("decision"),
    "meetings.decision_history": Row("decision"),
    "meetings.ended": Row("series"),
    "meetings.item": Row("item"),
    "meetings.item_removed": Row("item"),
    "meetings.item_sent": Row("item"),
    "meetings.laid_out": Row("series"),
    "meetings.meeting_file": Row("meeting"),
    "meetings.new_item": Row("meeting"),
    "meetings.new_item_sent": Row("meeting"),
    "meetings.page": Row("meeting"),
    "meetings.paper_removed": Row("paper", **TWICE),
    "meetings.papers": Row("meeting"),
    "meetings.papers_sent": Row("meeting"),
    "meetings.people": Row("meeting"),
    "meetings.people_sent": Row("meeting"),
    "meetings.series": Row("series"),
    "meetings.short": Row("meeting"),
    "meetings.status": Row("meeting"),
    "meetings.status_sent": Row("meeting"),
    "meetings.votes": Row("decision"),
    "meetings.votes_sent": Row("decision"),
    "moderation.answer": Row("appeal"),
    "moderation.ask_again": Row("ruling", other=SEEN_BY_MODERATORS),
    "moderation.case": Row("flag"),
    "moderation.hide": Row("post"),
    "moderation.receipt": Row("receipt"),
    "moderation.report": Row("post", **REPORTED),
    "moderation.restore": Row("person"),
    "moderation.rule": Row("post"),
    "moderation.ruling": Row("ruling", other=FOR_MODERATORS),
    "moderation.second_look": Row("appeal"),
    "moderation.send_ask_again": Row("ruling", other=SEEN_BY_MODERATORS),
    "moderation.send_report": Row("post", **REPORTED),
    "moderation.send_suspend": Row("post"),
    "moderation.suspend": Row("post"),
    "moderation.why": Row("post"),
    "notifications.confirm": Row("letter to confirm"),
    "notifications.confirm_now": Row("letter to confirm"),
    "notifications.confirmed": on_issue(),
    "notifications.follow": on_issue(),
    "notifications.follow_now": on_issue(),
    "notifications.sent": on_issue(),
    "notifications.stop": Row("letter to stop"),
    "notifications.stop_now": Row("letter to stop"),
    "notifications.unfollow": Row("thread", **TWICE),
    "packs.add": Row("kind of entry"),
    "packs.add_sent": Row("kind of entry"),
    "packs.checked": Row("entry"),
    "packs.edit": Row("entry"),
    "packs.edit_sent": Row("entry"),
    "packs.end": Row("entry"),
    "packs.end_sent": Row("entry"),
    "packs.history": Row("entry"),
    "packs.kind": Row("kind of entry"),
    "packs.take_back": Row("entry"),
    "packs.take_back_sent": Row("entry"),
    "people.choose_password": Row("reset"),
    "people.choose_password_now": Row("reset"),
    "people.enter": Row("sign-in"),
    "people.enter_now": Row("sign-in"),
    "people.finish_joining": Row("join"),
    "people.finish_joining_now": Row("join"),
    "people.give_role": Row("person"),
    "people.new_email": Row("new-email"),
    "people.new_email_now": Row("new-email"),
    "people.page": Row("name"),
    "people.roles": Row("person"),
    "people.take_role": Row("person"),
    "promises.add_issue": Row("promise", **PROMISED),
    "promises.ask_no_more": Row("link to be asked no more"),
    "promises.ask_no_more_now": Row("link to be asked no more"),
    "promises.body_sheet_page": Row("body"),
    "promises.changed": on_issue(),
    "promises.changed_said": on_issue(),
    "promises.changed_sent": on_issue(),
    "promises.check": Row("promise", **PROMISED),
    "promises.check_sent": Row("promise", **PROMISED),
    "promises.from_decision": Row("decision"),
    "promises.from_decision_sent": Row("decision"),
    "promises.issue_sheet_page": on_issue(),
    "promises.issues": Row("promise", **PROMISED),
    "promises.kept": Row("link to check"),
    "promises.kept_sent": Row("link to check"),
    "promises.new": on_issue(),
    "promises.new_sent": on_issue(),
    "promises.of_body": Row("body"),
    "promises.page": Row("promise", **PROMISED),
    "promises.paragraph": Row("record"),
    "promises.paragraph_sent": Row("record"),
    "promises.record": Row("record"),
    "promises.record_file": Row("record"),
    "promises.say": Row("promise", **PROMISED),
    "promises.say_sent": Row("promise", **PROMISED),
    "promises.what_changed": Row("link to a round"),
    "promises.what_changed_sent": Row("link to a round"),
    "questions.again": Row("question put to a body", **BY_ASKER),
    "questions.again_sent": Row("question put to a body", **BY_ASKER),
    "questions.answer": Row("question put to a body", **BY_SPEAKERS),
    "questions.answer_sent": Row("question put to a body", **BY_SPEAKERS),
    "questions.by_link": Row("link to answer"),
    "questions.by_link_sent": Row("link to answer"),
    "questions.confirm": Row("question put to a body", **ASKED),
    "questions.confirm_sent": Row("question put to a body", **ASKED),
    "questions.drop_ready_reply": Row("ready reply", shown=SPEAKS_HERE),
    "questions.how_often": Row("link to how often"),
    "questions.how_often_sent": Row("link to how often"),
    "questions.new": on_issue(),
    "questions.new_sent": on_issue(),
    "questions.of_body": Row("body"),
    "questions.other": Row("question put to a body", **BY_SPEAKERS),
    "questions.other_sent": Row("question put to a body", **BY_SPEAKERS),
    "questions.page": Row("question put to a body", **ASKED),
    "questions.pass_on": Row("question put to a body", **PASSING),
    "questions.pass_on_sent": Row("question put to a body", **PASSING),
    "questions.rate": Row("question put to a body", **BY_ASKER),
    "questions.rate_sent": Row("question put to a body", **BY_ASKER),
    "questions.ready_replies": Row("body by number", shown=SPEAKS_HERE),
    "questions.ready_reply_sent": Row("body by number", shown=SPEAKS_HERE),
    "questions.sending": Row("question put to a body", **ASKED),
    "questions.sending_sent": Row("question put to a body", **ASKED),
    "questions.take_back": Row("question put to a body", **BY_ASKER),
    "questions.take_back_sent": Row("question put to a body", **BY_ASKER),
    "questions.thank": Row("question put to a body", **BY_ASKER),
    "questions.thank_sent": Row("question put to a body", **BY_ASKER),
    "questions.their_reply": Row("question put to a body", **ASKED),
    "questions.their_reply_sent": Row("question put to a body", **ASKED),
    "summaries.choose": Row("summary", **HIDDEN),
    "summaries.listing": on_issue("what has summaries"),
    "summaries.take_back": Row("summary", **WRITERS_OWN),
    "summaries.write": on_issue("what has summaries"),
    "summaries.write_sent": on_issue("what has summaries"),
    "threads.affects_me": on_issue(),
    "threads.affects_me_sent": on_issue(),
    "threads.ask": on_issue(**ASK),
    "threads.ask_sent": on_issue(**ASK),
    "threads.asks": on_issue(),
    "threads.edit_post": Row("post", **MINE_ONLY, own_hidden=NO, own_withdrawn=NO),
    "threads.edit_post_sent": Row("post", **MINE_ONLY, own_hidden=NO, own_withdrawn=NO),
    "threads.edit_thread": on_issue(**EDIT),
    "threads.edit_thread_sent": on_issue(**EDIT),
    "threads.history": Row("post", **VERSIONS),
    "threads.join": on_issue(),
    "threads.join_sent": on_issue(),
    "threads.look_after": on_issue(),
    "threads.look_after_sent": on_issue(),
    "threads.post": Row("post", waiting=FOR_MODERATORS, on_a_hidden_issue=FOR_MODERATORS),
    "threads.reply": on_issue(**WRITING),
    "threads.reply_sent": on_issue(**WRITING),
    "threads.take_apart": on_issue(),
    "threads.take_apart_sent": on_issue(),
    "threads.take_back": Row("post", **MINE_ONLY, own_withdrawn=NO),
    "threads.take_back_sent": Row("post", **MINE_ONLY),  # a second press on one's own withdrawn words does no harm
    "threads.type_in_reply": on_issue(**WRITING),
    "threads.type_in_reply_sent": on_issue(**WRITING),
    "who_decides.ask": Row("question"),
    "who_decides.body": Row("body"),
    "who_decides.clock": Row("clock"),
    "who_decides.clock_file": Row("clock"),
    "who_decides.guide": Row("guide"),
    "who_decides.how": Row("usual steps"),
    "who_decides.power": Row("power"),
    "who_decides.practice": Row("practice"),
    "who_decides.start_it": Row("thing to start"),
    "who_decides.topic": Row("topic"),
    "worries.case": Row("worry"),
    "worries.close": Row("worry"),
    "worries.read": Row("worry"),
}

# Routes that say no to an empty form, whoever sends it.
NEEDS_MORE = {
    "set_up.fact": 404,  # only with the name of a fact
    "people.sign_in_demo": 404,  # only in the demonstration
    "notifications.seen": 400,  # only with the moment up to which somebody read
}
