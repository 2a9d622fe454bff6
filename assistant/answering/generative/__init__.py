"""Answers that a language model phrases, each sentence checked before it is shown."""
