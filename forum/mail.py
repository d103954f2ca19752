"""Send one message. The only place that knows how mail leaves."""

from dataclasses import dataclass
from pathlib import Path

from flask import Flask, current_app
from flask_mailman import EmailMessage, Mail

mail = Mail()


@dataclass(frozen=True, slots=True)
class Letter:
    """A message: to whom, about what, the words, an id that stays the same when it is sent again, and the address
    that stops such messages (for the List-Unsubscribe header)."""

    to: str
    subject: str
    body: str
    message_id: str
    stop_url: str = ""


def init_app(app: Flask) -> None:
    """Choose how mail leaves: SMTP when a server is set, else files under the instance folder."""
    config = app.config
    config.setdefault("MAIL_BACKEND", "smtp" if config["MAIL_SERVER"] else "file")
    config["MAIL_PORT"] = int(config["MAIL_PORT"])
    config["MAIL_USE_TLS"] = str(config["MAIL_USE_TLS"]) == "1"
    config["MAIL_USERNAME"] = config["MAIL_USERNAME"] or None
    config["MAIL_PASSWORD"] = config["MAIL_PASSWORD"] or None
    config["MAIL_TIMEOUT"] = 20
    folder = Path(config["INSTANCE"]) / "mail"
    config["MAIL_FILE_PATH"] = str(folder)
    if config["MAIL_BACKEND"] == "file":
        folder.mkdir(parents=True, exist_ok=True)
        app.logger.info("No mail server is set: messages are written to files in %s", folder.name)
    mail.init_app(app)


def send(letter: Letter, sender: str) -> None:
    """Send a letter. Raises OSError (smtplib's errors are such) when the server does not take it."""
    headers = {"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"}
    if letter.stop_url:
        headers["List-Unsubscribe"] = f"<{letter.stop_url}>"
    message = EmailMessage(
        subject=" ".join(letter.subject.split()),
        body=letter.body,
        from_email=current_app.config["MAIL_FROM"] or sender,
        to=[letter.to],
        headers=headers,
    )
    message.send()
