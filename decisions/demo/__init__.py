"""Loads Marlbrook, the invented place of the demonstration."""
