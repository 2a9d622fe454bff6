"""Reading: the bytes of a file to lines of text."""

from assistant.reading.files import File, Member, members
from assistant.reading.text_files import Document, read_document

__all__ = ["Document", "File", "Member", "members", "read_document"]
