"""Send letters. The only place that knows how mail leaves."""

import contextlib
import smtplib
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, current_app
from flask_mailman import EmailMessage, Mail
from flask_mailman.backends import smtp

mail = Mail()
SECONDS_FOR_A_STEP = 10


@dataclass(frozen=True, slots=True)
class Letter:
    """A message: to whom, about what, the words, an id that stays the same when it is sent again, and the address
    that stops such messages (for the List-Unsubscribe header)."""

    to: str
    subject: str
    body: str
    message_id: str
    stop_url: str = ""


class _Smtp(smtplib.SMTP):
    """The library starts TLS without looking at the server's certificate. Letters hold links that sign in."""

    def starttls(self, *_old: Any, context: ssl.SSLContext | None = None, **_more: Any) -> Any:
        return super().starttls(context=context or ssl.create_default_context())


class SmtpBackend(smtp.EmailBackend):  # type: ignore[misc]
    """Mail over SMTP, with the certificate checked when TLS is on."""

    connection_class = _Smtp


def init_app(app: Flask) -> None:
    """Choose how mail leaves: SMTP when a server is set, else files under the instance folder."""
    config = app.config
    config.setdefault("MAIL_BACKEND", "smtp" if config["MAIL_SERVER"] else "file")
    if config["MAIL_BACKEND"] == "smtp":
        config["MAIL_BACKEND"] = SmtpBackend
    config["MAIL_PORT"] = int(config["MAIL_PORT"])
    config["MAIL_USE_TLS"] = str(config["MAIL_USE_TLS"]) == "1"
    config["MAIL_USERNAME"] = config["MAIL_USERNAME"] or None
    config["MAIL_PASSWORD"] = config["MAIL_PASSWORD"] or None
    config["MAIL_TIMEOUT"] = SECONDS_FOR_A_STEP
    config["MAIL_FILE_PATH"] = str(Path(config["INSTANCE"]) / "mail")
    mail.init_app(app)


class Carrier:
    """Takes letters away. Over SMTP they share one connection; a letter that fails closes it."""

    def __init__(self) -> None:
        self.shared = current_app.config["MAIL_BACKEND"] is SmtpBackend
        self.connection: Any = mail.get_connection() if self.shared else None
        if current_app.config["MAIL_BACKEND"] == "file" and not current_app.extensions.get("said_where"):
            current_app.extensions["said_where"] = True  # once, and not by a command that sends nothing
            folder = current_app.config["MAIL_FILE_PATH"]
            current_app.logger.info("No mail server is set: messages are written to files in %s", folder)

    def reach(self) -> None:
        """Open the connection if it is closed. Raises OSError when the server is away (smtplib's errors are such)."""
        if self.shared:
            self.connection.open()

    def send(self, letter: Letter, sender: str) -> None:
        """Send a letter. Raises OSError when the server does not take it, ValueError for an address that is none."""
        headers = {"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"}
        if letter.stop_url:
            headers["List-Unsubscribe"] = f"<{letter.stop_url}>"
            if letter.stop_url.startswith("https://"):  # RFC 8058 asks for it
                headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message = EmailMessage(
            subject=" ".join(letter.subject.split()),
            body=letter.body,
            from_email=current_app.config["MAIL_FROM"] or sender,
            to=[letter.to],
            headers=headers,
            connection=self.connection,
        )
        try:
            message.send()
        except Exception:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection, however the server takes it."""
        if self.shared:
            with contextlib.suppress(OSError):
                self.connection.close()
