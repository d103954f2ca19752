"""The front door: `create_app()` puts the two rooms together. The only place that knows every package."""

import hashlib
from pathlib import Path
from typing import Any

from flask import Flask, Response
from flask_babel import Babel
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from decisions import features as decisions_features
from forum import compression, config, db, errors, features, limits, links, logs, mail, templating, web
from forum.people import recipients, signing_in

YEAR = 31_536_000


def create_app(**settings: Any) -> Flask:
    """Make the app. Arguments: settings that win over the environment's (see `forum.config.SETTINGS`)."""
    values = config.load(settings)
    Path(values["INSTANCE"]).mkdir(parents=True, exist_ok=True)
    app = Flask("doorway", root_path=str(config.ROOT), static_folder=None, template_folder="templates")
    app.jinja_environment = templating.Environment
    app.config.from_mapping(values)
    logs.init_app(app)
    _database(app)
    _static(app)
    Babel(app, locale_selector=lambda: app.config["LANGUAGE"])
    mail.init_app(app)
    limits.limiter.init_app(app)
    signing_in.init_app(app)
    compression.init_app(app)
    recipients.init_app(app, decisions_features.more_standing)
    web.init_app(app, signing_in.standing_loader(decisions_features.more_standing))
    errors.init_app(app)
    links.init_app(app)
    features.init_app(app)
    decisions_features.init_app(app)
    _front(app)
    _locked(app)
    return app


def _database(app: Flask) -> None:
    db.db.init_app(app)
    Migrate(app, db.db, directory=str(config.ROOT / "migrations"))
    with app.app_context():
        db.prepare(db.db.engine)


def _static(app: Flask) -> None:
    """Serve `static/` under an address that changes with its content, to be kept for good."""
    folder = config.ROOT / "static"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz")
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    prefix = f"/static/{digest.hexdigest()[:12]}"
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app, root=folder, prefix=prefix, max_age=YEAR, immutable_file_test=lambda *_: True
    )
    app.jinja_env.globals["static"] = lambda path: f"{prefix}/{path}"


def _front(app: Flask) -> None:
    """Believe as many proxies as there are, and build links in jobs from the site's own address."""
    if site_url := str(app.config["SITE_URL"]):
        scheme, _, host = site_url.rstrip("/").partition("://")
        app.config["PREFERRED_URL_SCHEME"] = scheme
        app.config["SERVER_NAME"] = host
    if hops := int(app.config["PROXIES"]):
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=0
        )


def _locked(app: Flask) -> None:
    """Without a good key nothing is served, by whatever server. Commands that need no key still work."""
    if fault := config.key_fault(str(app.secret_key or "")):
        app.wsgi_app = Response(f"{fault}\n", 503, mimetype="text/plain")  # type: ignore[method-assign]
