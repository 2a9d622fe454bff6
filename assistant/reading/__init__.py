"""Reading: the bytes of a file to lines of text."""

from assistant.reading.archives import members
from assistant.reading.document import Document
from assistant.reading.files import File, Member
from assistant.reading.formats import read_document

__all__ = ["Document", "File", "Member", "members", "read_document"]
