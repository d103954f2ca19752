"""Settings: read from the environment, checked once, each with a default that works on one small machine."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHORTEST_KEY = 32
SECONDS_TO_CONNECT = 5  # to PostgreSQL
REDIS_PATIENCE = {"socket_connect_timeout": 2, "socket_timeout": 5}  # seconds; nobody waits long for a queue

# name: (default, what it is for). docs/settings.md lists these, by test.
SETTINGS: dict[str, tuple[Any, str]] = {
    "SECRET_KEY": ("", "Signs cookies and links. At least 32 characters. Without it the site is not served."),
    "DATABASE_URL": ("", "Where the data is. Empty: SQLite in the instance folder. Else postgresql://…"),
    "REDIS_URL": ("", "Rate limits and jobs shared by several machines. Empty: kept in the process."),
    "SITE_URL": (
        "",
        "The address people use, as in https://doorway.example.org. Links in e-mails are made from it.",
    ),
    "TRUSTED_HOSTS": (
        "",
        "Other host names that are answered, with commas between. SITE_URL's is always answered.",
    ),
    "INSTANCE": ("instance", "The folder for data, the key and files of mail."),
    "TIME_ZONE": ("Europe/London", "The time of the place."),
    "LANGUAGE": ("en_GB", "The language of the site's own words."),
    "DEMO": ("", "1 loads and allows the demonstration and its open accounts. Never on a real place."),
    "MAIL_SERVER": ("", "SMTP host. Empty: messages are written to files under the instance folder."),
    "MAIL_PORT": (587, "SMTP port."),
    "MAIL_USERNAME": ("", "SMTP user name."),
    "MAIL_PASSWORD": ("", "SMTP password."),
    "MAIL_USE_TLS": ("1", "1 starts TLS on the SMTP connection."),
    "MAIL_FROM": ("", "Who messages come from. Empty: the place's own address."),
    "PROXIES": (0, "How many proxies of your own stand in front. Their forwarded headers are believed."),
    "HOST": ("127.0.0.1", "Where `flask forum serve` listens."),
    "PORT": (5000, "The port it listens on."),
    "THREADS": (8, "How many requests it answers at once."),
    "JOBS": ("1", "0: requests wake no jobs. For tests and load."),
    "ASK_WHAT_CHANGED_AFTER": (
        "0,3,12",
        "Months after an issue ended at which people affected are asked what changed. Empty: never.",
    ),
    "ASK_WHAT_CHANGED_FOR_DAYS": (30, "For how many days they can answer, and change their answer."),
    "REMIND_BEFORE_DAYS": (14, "How many days before its day a promise is called to mind."),
    "REMIND_AFTER_DAYS": (3, "How many days after its day people are asked what became of a promise."),
    "DATA_LICENCE": (
        "",
        "Under which licence `/data` gives what was written here: its name, then its address.",
    ),
    "FETCH_PRIVATE": ("0", "1 lets sources be fetched from private networks. For tests."),
    "RATE_LIMITS": ("1", "0 switches rate limits off, for tests and load."),
}


def load(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings for Flask: those given, else those of the environment, else the defaults."""
    values = {name: given.get(name, os.environ.get(name, default)) for name, (default, _) in SETTINGS.items()}
    others = {name: value for name, value in given.items() if name not in SETTINGS}
    values.update(others)
    instance = Path(values["INSTANCE"])
    values["INSTANCE"] = instance if instance.is_absolute() else ROOT / instance
    values["DEMO"] = str(values["DEMO"]) == "1"
    values["JOBS"] = str(values["JOBS"]) == "1"
    values["SECRET_KEY"] = values["SECRET_KEY"] or _demonstration_key(values)
    return values | _flask(values) | others


def _flask(values: dict[str, Any]) -> dict[str, Any]:
    """Settings under the names that Flask and its extensions read."""
    url = values["DATABASE_URL"] or f"sqlite:///{values['INSTANCE'] / 'doorway.db'}"
    secure = str(values["SITE_URL"]).startswith("https://")
    return {
        "SQLALCHEMY_DATABASE_URI": _with_driver(url),
        "SESSION_COOKIE_NAME": "__Host-doorway" if secure else "doorway",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "MAX_CONTENT_LENGTH": 1_000_000,
        "MAX_FORM_MEMORY_SIZE": 500_000,
        "MAX_FORM_PARTS": 200,
        "TRUSTED_HOSTS": _hosts(values),
        "BABEL_DEFAULT_LOCALE": values["LANGUAGE"],
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "translations"),
        "WTF_CSRF_CHECK_DEFAULT": False,  # forum.web asks for it, after it knows who is there
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session
        "RATELIMIT_ENABLED": str(values["RATE_LIMITS"]) == "1",
        "RATELIMIT_STORAGE_URI": values["REDIS_URL"] or "memory://",
        "RATELIMIT_HEADERS_ENABLED": True,
        "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": True,  # each process counts for itself while Redis is away
        "RATELIMIT_STORAGE_OPTIONS": REDIS_PATIENCE if values["REDIS_URL"] else {},
        "SQLALCHEMY_ENGINE_OPTIONS": _engine(url),
    }


def _engine(url: str) -> dict[str, Any]:
    """How connections are kept. PostgreSQL's are asked first whether they hold: it may have been restarted."""
    if url.startswith("postgres"):
        return {"pool_pre_ping": True, "connect_args": {"connect_timeout": SECONDS_TO_CONNECT}}
    return {}


def _with_driver(url: str) -> str:
    """Name our PostgreSQL driver where the address names none."""
    for old in ("postgres://", "postgresql://"):
        if url.startswith(old):
            return "postgresql+psycopg://" + url.removeprefix(old)
    return url


def _hosts(values: dict[str, Any]) -> list[str]:
    """Host names that are answered: the site's own, those named, and this machine's."""
    named = [host.strip() for host in str(values["TRUSTED_HOSTS"]).split(",") if host.strip()]
    own = str(values["SITE_URL"]).split("://")[-1].split("/")[0].rsplit(":", 1)[0]
    return [*named, *([own] if own else []), "127.0.0.1", "localhost", "[::1]"]


def _demonstration_key(values: dict[str, Any]) -> str:
    """Make a key once, kept in the instance folder; only in the demonstration."""
    if not values["DEMO"]:
        return ""
    path: Path = values["INSTANCE"] / "secret_key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


def key_fault(key: str) -> str | None:
    """Say what is wrong with a secret key, or nothing."""
    if len(key) < SHORTEST_KEY:
        return f"SECRET_KEY is missing or shorter than {SHORTEST_KEY} characters. Set it, then start again."
    return None
