"""The blueprint that the pages of this feature share."""

from flask import Blueprint

pages = Blueprint("people", __name__)
