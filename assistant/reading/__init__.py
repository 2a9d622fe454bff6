"""Reading: the bytes of a file to lines of text."""

from assistant.reading.text_files import Document, read_document

__all__ = ["Document", "read_document"]
