"""What is judged, and what it is judged against.

``Subject`` is the seam: the real assistant, the dummies and answers that were changed on purpose
all come through it. ``Truth`` is the library as read, paragraph by paragraph.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from assistant.types import Answer, Citation, Lang, Paragraph, Resolution, SearchResult, Summary
from eval.gold import GoldItem


class Subject(Protocol):
    """Anything that answers questions about a library."""

    def ask(
        self,
        question: str,
        *,
        conversation_id: str | None = None,
        symbols: tuple[str, ...] = (),
        lang: Lang | None = None,
        page: str | None = None,
    ) -> Answer:
        """Answer ``question``; the answer's ``conversation_id`` carries the conversation on, its
        ``page`` asks for more of a list."""

    def search(self, query: str, *, limit: int = 10) -> SearchResult:
        """Paragraphs for ``query``, best first."""


class Readable(Protocol):
    """Anything whose library can be read whole."""

    def read(self, symbol: str, version: Lang | None = None) -> Resolution:
        """The resolution of that symbol, as it leads or in its ``version``."""

    def resolutions(self) -> Sequence[Summary]:
        """Every resolution held."""


@dataclass(frozen=True, eq=False)  # one library is one truth: what is read off it is kept by it
class Truth:
    """The library that answers are judged against: its resolutions as they lead, and those that
    stand beside them in another language."""

    resolutions: Mapping[str, Resolution]
    companions: tuple[Resolution, ...] = ()

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """Every paragraph by its key."""
        return {p.key: p for r in self.resolutions.values() for p in r.paragraphs}

    @cached_property
    def beside(self) -> Mapping[tuple[str, Lang], Paragraph]:
        """Every paragraph in another language than its resolution leads in, by key and language."""
        return {(p.key, r.lang): p for r in self.companions for p in r.paragraphs}

    def in_language(self, lang: Lang) -> Truth:
        """The same library as it reads in ``lang``, the rest of it as it leads."""
        return self._spoken.get(lang, self)

    @cached_property
    def _spoken(self) -> Mapping[Lang, Truth]:
        return {
            lang: Truth({**self.resolutions, **{r.symbol: r for r in of_lang}})
            for lang in sorted({r.lang for r in self.companions})
            if (of_lang := [r for r in self.companions if r.lang == lang])
        }

    @cached_property
    def sources(self) -> Mapping[tuple[str, Lang], str]:
        """The fingerprint of every file, by symbol and language."""
        every = (*self.resolutions.values(), *self.companions)
        return {(each.symbol, each.lang): each.source.sha256 for each in every}

    def cited(self, citation: Citation) -> Paragraph | None:
        """The paragraph that a citation names, in the citation's language."""
        key = f"{citation.symbol}#{citation.paragraph}"
        return self.beside.get((key, citation.lang)) or self.paragraphs.get(key)

    @cached_property
    def names(self) -> frozenset[str]:
        """Titles of resolutions, treaties and international days, as the texts print them."""
        found = {r.title for r in self.resolutions.values()}
        for paragraph in self.paragraphs.values():
            found.update(re.findall(r"《([^》]+)》", paragraph.text))
            found.update(re.findall(r"[“\"]([^”\"]{4,})[”\"]", paragraph.text))
            found.update(re.findall(r"(?<=日)([一-鿿]{2,12}国际日)", paragraph.text))
            found.update(re.findall(r"国际[一-鿿]{2,6}日(?=[；。，])", paragraph.text))
            found.update(re.findall(r"第[一二三四五六七八九十百]+届会议", paragraph.text))
        return frozenset(found)

    def stale(self, item: GoldItem) -> tuple[str, ...]:
        """Gold paragraphs that are gone, or are no longer what they were when it was written."""
        return tuple(
            key
            for key in sorted(item.keys | set(item.text_sha))
            if key not in self.paragraphs
            or item.text_sha.get(key, "") not in ("", text_sha(self.paragraphs[key].text))
        )

    @classmethod
    def of(cls, resolutions: Iterable[Resolution]) -> Truth:
        """The truth that these resolutions make."""
        return cls({each.symbol: each for each in resolutions})


def read_truth(library: Readable) -> Truth:
    """Everything ``library`` holds."""
    summaries = library.resolutions()
    return Truth(
        {each.symbol: library.read(each.symbol) for each in summaries},
        tuple(library.read(s.symbol, lang) for s in summaries for lang in s.langs[1:]),
    )


def text_sha(text: str) -> str:
    """The fingerprint that gold items keep of a paragraph's text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
