"""Parsing: the lines of a document to a resolution whose every word has a place."""

from assistant.parsing.resolution import parse

__all__ = ["parse"]
