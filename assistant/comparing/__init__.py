"""Resolutions beside each other: paragraphs aligned, words and verbs compared. Pure functions."""

from assistant.comparing.comparison import compare, compare_paragraphs, compare_series

__all__ = ["compare", "compare_paragraphs", "compare_series"]
