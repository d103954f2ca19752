"""Hold a thread while its posts are numbered and counted."""

from sqlalchemy import select

from forum.db import db
from forum.threads.models import Thread


def hold(thread: Thread) -> Thread:
    """Read a thread anew and keep others from changing it until the transaction ends.

    PostgreSQL locks the row; SQLite lets only one write at all.
    """
    db.session.flush()
    query = select(Thread).where(Thread.id == thread.id).with_for_update(of=Thread, key_share=True)
    return db.session.execute(query, execution_options={"populate_existing": True}).scalar_one()
