"""The blueprint of the pages of hard words."""

from flask import Blueprint

pages = Blueprint("glossary", __name__)
