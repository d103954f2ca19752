"""questions put to a body, what happened to each, letters to bodies that have not joined, ready replies"""

import sqlalchemy as sa
from alembic import op

import forum.db

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

SAID = "what was done is never changed"
FIXED = (
    "id", "question_id", "number", "kind", "voice", "happened_on", "recorded_at", "word", "body_id", "joined",
    "source", "source_name", "due_on", "basis", "rule",
)  # fmt: skip
STAGES = "'not-sent', 'waiting', 'writing', 'checking', 'put-off', 'answered', 'not-here', 'taken-back'"
KINDS = (
    "'asked', 'accepted', 'came-back', 'send-again', 'claimed', 'let-go', 'checking', 'published', 'corrected', "
    "'holding', 'put-off', 'request', 'passed-on', 'not-here', 'said', 'turned-down', 'confirmed', 'rated', 'again', "
    "'thanked', 'taken-back', 'link-ended'"
)


def upgrade():
    op.create_table(
        "question_letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("accepted_at", forum.db.Moment(), nullable=True),
        sa.Column("failed_at", forum.db.Moment(), nullable=True),
        sa.CheckConstraint("accepted_at IS NULL OR failed_at IS NULL", name=op.f("ck_question_letter_one_end")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_question_letter_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_letter")),
    )
    index = op.f("ix_question_letter_body_id_question_letter_created_at")
    op.create_index(index, "question_letter", ["body_id", "created_at"], unique=False)
    _questions()
    _events()
    op.create_table(
        "question_draft",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_draft_question_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_question_draft_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_question_draft")),
    )
    op.create_index(op.f("ix_question_draft_person_id"), "question_draft", ["person_id"], unique=False)
    op.create_table(
        "letter_rhythm",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("changed_at", forum.db.Moment(), nullable=False),
        sa.CheckConstraint("days >= 0 AND days <= 28", name=op.f("ck_letter_rhythm_days")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_letter_rhythm_body_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("body_id", name=op.f("pk_letter_rhythm")),
    )
    op.create_table(
        "ready_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("dropped_at", forum.db.Moment(), nullable=True),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_ready_reply_text")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_ready_reply_body_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ready_reply")),
    )
    op.create_index(op.f("ix_ready_reply_body_id"), "ready_reply", ["body_id"], unique=False)


def _questions():
    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(600), nullable=False),
        sa.Column("created_at", forum.db.Moment(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("stage", sa.String(12), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(10), nullable=False),
        sa.Column("to_send", sa.Boolean(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("link", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(f"stage IN ({STAGES})", name=op.f("ck_question_stage")),
        sa.CheckConstraint("state IN ('shown', 'hidden', 'withdrawn')", name=op.f("ck_question_state")),
        sa.CheckConstraint("length(words) > 0 OR state = 'withdrawn'", name=op.f("ck_question_words")),
        sa.ForeignKeyConstraint(["thread_id"], ["thread.id"], name=op.f("fk_question_thread_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_question_body_id")),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_question_byline_id")),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["question_letter.id"], name=op.f("fk_question_letter_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index(op.f("ix_question_body_id_question_stage"), "question", ["body_id", "stage"], unique=False)
    for column in ("thread_id", "byline_id", "letter_id"):
        op.create_index(op.f(f"ix_question_{column}"), "question", [column], unique=False)


def _events():
    op.create_table(
        "question_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("voice", sa.String(10), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", forum.db.Moment(), nullable=False),
        sa.Column("byline_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("word", sa.String(10), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.Column("reply_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("source_name", sa.String(160), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("basis", sa.String(10), nullable=False),
        sa.Column("rule", sa.String(80), nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_question_event_kind")),
        sa.CheckConstraint(
            "voice IN ('asker', 'body', 'link', 'helper', 'member', 'site')", name=op.f("ck_question_event_voice")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_event_question_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["byline_id"], ["byline.id"], name=op.f("fk_question_event_byline_id")),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name=op.f("fk_question_event_body_id")),
        sa.ForeignKeyConstraint(
            ["reply_id"], ["official_reply.post_id"], name=op.f("fk_question_event_reply_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_event")),
        sa.UniqueConstraint("question_id", "number", name=op.f("uq_question_event_question_id_number")),
    )
    op.create_index(op.f("ix_question_event_reply_id"), "question_event", ["reply_id"], unique=False)
    sqlite = op.get_bind().dialect.name == "sqlite"
    act = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END" if sqlite else "EXECUTE FUNCTION never_changed()"
    row = "" if sqlite else "FOR EACH ROW"
    listed = ", ".join(f'"{column}"' for column in FIXED)
    op.execute(f"CREATE TRIGGER question_event_stays BEFORE UPDATE OF {listed} ON question_event {row} {act}")
    wiped = "WHEN (NEW.words <> '')"  # who leaves may take their words along; nobody puts others in their place
    op.execute(f'CREATE TRIGGER question_event_words BEFORE UPDATE OF "words" ON question_event {row} {wiped} {act}')


def downgrade():
    for table in (
        "ready_reply", "letter_rhythm", "question_draft", "question_event", "question", "question_letter",
    ):  # fmt: skip
        op.drop_table(table)
