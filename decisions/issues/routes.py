"""Addresses of issues."""

from flask import Blueprint

pages = Blueprint("issues", __name__)
