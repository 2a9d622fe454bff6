"""What the resolutions of one series say of the thing asked, written the newest first."""

from __future__ import annotations

from assistant.answering.compose import Draft
from assistant.answering.listing import by_resolution, grouped
from assistant.text.labels import label
from assistant.types import Found, Question, Version


def write_content(draft: Draft, _question: Question, found: Found) -> None:
    """Quote what was found; where a series says different things, each under its resolution."""
    if not found.versions:
        grouped(draft, found.passages)
        return
    versions = {version.key: version for version in found.versions}
    if len(versions) > 1:
        shown = (passage.paragraph for passage in found.passages)
        draft.count("differ", [one for one in shown if one.key in versions])
    groups = list(by_resolution(found.passages))
    for symbol, group in groups:
        if len(groups) > 1:
            draft.say("heading", where=label(symbol, draft.lang))
        for passage in group:
            draft.quote(passage)
        for passage in group:
            if version := versions.get(passage.paragraph.key):
                _say_earlier(draft, version)


def _say_earlier(draft: Draft, version: Version) -> None:
    if not version.earlier:
        return
    if not version.words:
        draft.count("said_alike", version.earlier)
        return
    between = "”、“" if draft.lang == "zh" else "”, “"
    draft.count("said_before", version.earlier, term=between.join(version.words))
