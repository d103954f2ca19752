"""promises, what becomes of them, rounds of asking what changed, records of who was asked"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SAID = "what was done is never changed"
FIXED = (
    "id", "promise_id", "number", "kind", "voice", "happened_on", "recorded_at", "plain", "reason", "source",
    "source_name", "planned_on",
)  # fmt: skip
STAGES = "'proposed', 'turned-down', 'under-way', 'says-done', 'confirmed', 'not-done', 'dropped'"
KINDS = "'proposed', 'made', 'turned-down', 'news', 'new-date', 'says-done', 'not-done', 'dropped', 'again'"


def upgrade():
    _promises()
    _events()
    _checks()
    _rounds()
    op.create_table(
        "paragraph",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(12), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("about IN ('decision', 'asking', 'area')", name=op.f("ck_paragraph_about")),
        sa.CheckConstraint(
            "heading IN ('asked', 'wanted', 'answered', 'changed', 'unchanged')", name=op.f("ck_paragraph_heading")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_paragraph_number")),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_paragraph_byline_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraph")),
        sa.UniqueConstraint(
            "about", "about_id", "heading", "number", name=op.f("uq_paragraph_about_about_id_heading_number")
        ),
    )


def _promises():
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(600), nullable=False),
        sa.Column("post", sa.String(160), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("basis", sa.String(10), nullable=False),
        sa.Column("reply_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("source_name", sa.String(160), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("stage", sa.String(12), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"stage IN ({STAGES})", name=op.f("ck_promise_stage")),
        sa.CheckConstraint("state IN ('shown', 'hidden')", name=op.f("ck_promise_state")),
        sa.CheckConstraint(
            "basis IN ('law', 'guidance', 'local', 'promise', 'typical')", name=op.f("ck_promise_basis")
        ),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_promise_words")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_promise_body_id")),
        sa.ForeignKeyConstraint(
            ["reply_id"], ["official_reply.post_id"], name=op.f("fk_promise_reply_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_promise_decision_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_promise_byline_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index(op.f("ix_promise_body_id_promise_stage"), "promise", ["body_id", "stage"], unique=False)
    op.create_index(op.f("ix_promise_stage_promise_due_on"), "promise", ["stage", "due_on"], unique=False)
    op.create_index(op.f("ix_promise_decision_id"), "promise", ["decision_id"], unique=False)
    op.create_index(op.f("ix_promise_reply_id"), "promise", ["reply_id"], unique=False)
    op.create_table(
        "promise_issue",
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("move_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["promise_id"], ["promise.id"], name=op.f("fk_promise_issue_promise_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_promise_issue_thread_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["move_id"], ["move.id"], name=op.f("fk_promise_issue_move_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("promise_id", "thread_id", name=op.f("pk_promise_issue")),
    )
    op.create_index(op.f("ix_promise_issue_thread_id"), "promise_issue", ["thread_id"], unique=False)


def _events():
    op.create_table(
        "promise_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("voice", sa.String(12), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", forum.db.Moment(), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("source_name", sa.String(160), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_promise_event_kind")),
        sa.CheckConstraint("voice IN ('body', 'facilitator', 'member')", name=op.f("ck_promise_event_voice")),
        sa.CheckConstraint("length(plain) > 0", name=op.f("ck_promise_event_plain")),
        sa.CheckConstraint("kind <> 'dropped' OR length(reason) > 0", name=op.f("ck_promise_event_reason")),
        sa.ForeignKeyConstraint(
            ["promise_id"], ["promise.id"], name=op.f("fk_promise_event_promise_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_promise_event_byline_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise_event")),
        sa.UniqueConstraint("promise_id", "number", name=op.f("uq_promise_event_promise_id_number")),
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    act = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END" if sqlite else "FOR EACH ROW EXECUTE FUNCTION never_changed()"
    listed = ", ".join(f'"{column}"' for column in FIXED)
    op.execute(f"CREATE TRIGGER promise_event_stays BEFORE UPDATE OF {listed} ON promise_event {act}")


def _checks():
    op.create_table(
        "promise_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("follow_id", sa.Integer(), nullable=True),
        sa.Column("word", sa.String(12), nullable=False),
        sa.Column("words", sa.String(400), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("person_id IS NULL OR follow_id IS NULL", name=op.f("ck_promise_check_one_owner")),
        sa.CheckConstraint("word IN ('kept', 'partly', 'not-kept', 'dont-know')", name=op.f("ck_promise_check_word")),
        sa.ForeignKeyConstraint(
            ["promise_id"], ["promise.id"], name=op.f("fk_promise_check_promise_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_promise_check_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["follow_id"], ["follow.id"], name=op.f("fk_promise_check_follow_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise_check")),
        sa.UniqueConstraint("promise_id", "person_id", name=op.f("uq_promise_check_promise_id_person_id")),
        sa.UniqueConstraint("promise_id", "follow_id", name=op.f("uq_promise_check_promise_id_follow_id")),
    )
    op.create_index(op.f("ix_promise_check_person_id"), "promise_check", ["person_id"], unique=False)
    op.create_table(
        "unasked",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("follow_id", sa.Integer(), nullable=True),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("(person_id IS NULL) <> (follow_id IS NULL)", name=op.f("ck_unasked_one_owner")),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name=op.f("fk_unasked_thread_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_unasked_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["follow_id"], ["follow.id"], name=op.f("fk_unasked_follow_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unasked")),
        sa.UniqueConstraint("thread_id", "person_id", name=op.f("uq_unasked_thread_id_person_id")),
        sa.UniqueConstraint("thread_id", "follow_id", name=op.f("uq_unasked_thread_id_follow_id")),
    )
    op.create_index(op.f("ix_unasked_person_id"), "unasked", ["person_id"], unique=False)


def _rounds():
    op.create_table(
        "verdict_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("journey_id", sa.Integer(), nullable=False),
        sa.Column("ending", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("asked_at", forum.db.Moment(), nullable=True),
        sa.CheckConstraint("months >= 0", name=op.f("ck_verdict_round_months")),
        sa.CheckConstraint("opens_on <= closes_on", name=op.f("ck_verdict_round_days")),
        sa.ForeignKeyConstraint(
            ["journey_id"], ["journey.id"], name=op.f("fk_verdict_round_journey_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict_round")),
        sa.UniqueConstraint("journey_id", "ending", "months", name=op.f("uq_verdict_round_journey_id_ending_months")),
    )
    op.create_index(op.f("ix_verdict_round_closes_on"), "verdict_round", ["closes_on"], unique=False)
    with op.batch_alter_table("verdict") as verdict:
        verdict.add_column(sa.Column("changed_at", forum.db.Moment(), nullable=True))
        verdict.add_column(sa.Column("round_id", sa.Integer(), nullable=True))
        verdict.add_column(sa.Column("follow_id", sa.Integer(), nullable=True))
        verdict.create_foreign_key(
            op.f("fk_verdict_round_id"), "verdict_round", ["round_id"], ["id"], ondelete="CASCADE"
        )
        verdict.create_foreign_key(op.f("fk_verdict_follow_id"), "follow", ["follow_id"], ["id"], ondelete="SET NULL")
        verdict.drop_constraint(op.f("uq_verdict_journey_id_person_id"), type_="unique")
        verdict.drop_constraint(op.f("uq_verdict_journey_id_browser"), type_="unique")
        for name in ("person_id", "browser"):
            columns = ["journey_id", "round_id", name]
            verdict.create_unique_constraint(op.f(f"uq_verdict_journey_id_round_id_{name}"), columns)
        verdict.create_unique_constraint(op.f("uq_verdict_round_id_follow_id"), ["round_id", "follow_id"])
        verdict.create_index(op.f("ix_verdict_round_id"), ["round_id"], unique=False)


def downgrade():
    op.drop_table("paragraph")
    for owner in ("person_id", "browser"):  # the newest word of each is the one that stays
        verdict = sa.table("verdict", sa.column("id"), sa.column("journey_id"), sa.column(owner))
        newest = sa.select(sa.func.max(verdict.c.id)).where(verdict.c[owner].is_not(None))
        newest = newest.group_by(verdict.c.journey_id, verdict.c[owner])
        op.execute(sa.delete(verdict).where(verdict.c[owner].is_not(None), verdict.c.id.not_in(newest)))
    with op.batch_alter_table("verdict") as verdict:
        verdict.drop_index(op.f("ix_verdict_round_id"))
        for name in ("journey_id_round_id_person_id", "journey_id_round_id_browser", "round_id_follow_id"):
            verdict.drop_constraint(op.f(f"uq_verdict_{name}"), type_="unique")
        verdict.drop_constraint(op.f("fk_verdict_round_id"), type_="foreignkey")
        verdict.drop_constraint(op.f("fk_verdict_follow_id"), type_="foreignkey")
        for name in ("changed_at", "round_id", "follow_id"):
            verdict.drop_column(name)
        for name in ("person_id", "browser"):
            verdict.create_unique_constraint(op.f(f"uq_verdict_journey_id_{name}"), ["journey_id", name])
    for table in ("verdict_round", "unasked", "promise_check", "promise_event", "promise_issue", "promise"):
        op.drop_table(table)
