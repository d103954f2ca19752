"""The page to compare with: one thread, twenty posts and their authors, as somebody would write it in an hour.

Flask, Flask-SQLAlchemy and one template: no accounts, no roles, no translations, no headers, no journey. The page is
padded to the size of our issue page, so that sending it costs the same.
"""

import os
from datetime import UTC, datetime, timedelta

from flask import Flask, render_template
from flask_sqlalchemy import SQLAlchemy
from jinja2 import DictLoader
from markupsafe import Markup
from sqlalchemy import DateTime, ForeignKey, String, Text, select
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column, relationship

THREADS = 500
POSTS = 20
AUTHORS = 200
WORDS = "<p>{number}. The bus was late again and nobody at the stop knew why. We need a seat and a clock there.</p>"
TEMPLATE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ thread.title }}</title></head>
<body>
<h1>{{ thread.title }}</h1>
{% for post in posts -%}
<article id="post-{{ post.number }}">
  <p><b>{{ post.author.name }}</b> <time>{{ post.created_at.strftime('%d %B %Y') }}</time></p>
  <div>{{ post.html|safe }}</div>
  <p><a href="{{ url_for('page', thread_id=thread.id) }}#post-{{ post.number }}">Link</a></p>
</article>
{% endfor -%}
{{ padding }}
</body>
</html>
"""


class Base(DeclarativeBase):
    """The base of these three tables."""


db = SQLAlchemy(model_class=Base)


class Author(Base):
    """Who wrote a post."""

    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))


class Thread(Base):
    """A thread."""

    __tablename__ = "thread"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(120))


class Post(Base):
    """A post, rendered when it was written."""

    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    number: Mapped[int]
    html: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(DateTime)
    author: Mapped[Author] = relationship()


def create_app() -> Flask:
    """Make the app. `BENCH_DATABASE` names its SQLite file, `BENCH_SIZE` the bytes of a page."""
    app = Flask("minimal", static_folder=None)
    app.jinja_loader = DictLoader({"page.html": TEMPLATE})  # compiled once
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{os.environ['BENCH_DATABASE']}"
    db.init_app(app)
    padding = Markup("")

    @app.get("/<int:thread_id>")
    def page(thread_id: int) -> str:
        thread = db.get_or_404(Thread, thread_id)
        query = select(Post).where(Post.thread_id == thread_id).options(joinedload(Post.author))
        posts = db.session.scalars(query.order_by(Post.number).limit(POSTS)).all()
        return render_template("page.html", thread=thread, posts=posts, padding=padding)

    with app.app_context():
        if not os.path.exists(os.environ["BENCH_DATABASE"]):
            _fill()
    missing = int(os.environ["BENCH_SIZE"]) - len(app.test_client().get("/1").data)
    padding = Markup("x" * max(0, missing))
    return app


def _fill() -> None:
    """Add ten thousand posts."""
    db.create_all()
    db.session.add_all(Author(id=number, name=f"Person {number}") for number in range(1, AUTHORS + 1))
    db.session.add_all(Thread(id=number, title=f"Thread {number}") for number in range(1, THREADS + 1))
    db.session.flush()
    start = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    db.session.add_all(
        Post(
            thread_id=1 + number // POSTS,
            author_id=1 + number * 7 % AUTHORS,
            number=1 + number % POSTS,
            html=WORDS.format(number=number),
            created_at=start + timedelta(minutes=number),
        )
        for number in range(THREADS * POSTS)
    )
    db.session.commit()
