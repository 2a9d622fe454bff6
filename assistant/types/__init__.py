"""The frozen types that every room shares.

The unit of everything is the *paragraph*, addressed ``symbol#place``::

    place = META | END | FNn | Hn | PPn | [Sn"/"]OPn("("label")")*
          | ANNEX[n] ["/PPn" | "/Hn" | "/ARTn"] ["/"[Sn"/"]n("("label")")*]

(``~`` before a number that was inferred: ``OP~4``; ``Hn`` is a heading; ``Sn`` the section, where
numbers begin again in each.) Labels are normalised:
(甲) and (a) are ``(a)``, ㈠ and (i) are ``(i)``, a bullet is ``(1)``. A paragraph's text leaves
out its printed number, a parent's text its children. All offsets are code points into the text
they belong to, the end exclusive.  Nothing here reads or computes.
"""

from __future__ import annotations

# A name "as" itself is one that this package exports (PEP 484): no second list of them is kept.
from assistant.types.about import About as About
from assistant.types.access import AccessKey as AccessKey
from assistant.types.access import AuditEntry as AuditEntry
from assistant.types.access import IssuedKey as IssuedKey
from assistant.types.access import KeyScope as KeyScope
from assistant.types.access import KeyState as KeyState
from assistant.types.access import ReplyState as ReplyState
from assistant.types.answer import Answer as Answer
from assistant.types.answer import Answerer as Answerer
from assistant.types.answer import Citation as Citation
from assistant.types.answer import CitedSource as CitedSource
from assistant.types.answer import Event as Event
from assistant.types.answer import EventName as EventName
from assistant.types.answer import Generation as Generation
from assistant.types.answer import Parallel as Parallel
from assistant.types.answer import PassageNote as PassageNote
from assistant.types.answer import Quote as Quote
from assistant.types.answer import Statement as Statement
from assistant.types.answer import StatementKind as StatementKind
from assistant.types.answer import Status as Status
from assistant.types.answer import Understood as Understood
from assistant.types.answer import Verification as Verification
from assistant.types.asking import AskOptions as AskOptions
from assistant.types.asking import Inquiry as Inquiry
from assistant.types.asking import QuestionOptions as QuestionOptions
from assistant.types.comparison import AlignedRow as AlignedRow
from assistant.types.comparison import ComparedParagraph as ComparedParagraph
from assistant.types.comparison import Comparison as Comparison
from assistant.types.comparison import RowKind as RowKind
from assistant.types.comparison import VerbChange as VerbChange
from assistant.types.comparison import VerbChangeKind as VerbChangeKind
from assistant.types.comparison import WordChange as WordChange
from assistant.types.comparison import WordChangeKind as WordChangeKind
from assistant.types.conversations import AnswerForm as AnswerForm
from assistant.types.conversations import CitedNow as CitedNow
from assistant.types.conversations import CitedState as CitedState
from assistant.types.conversations import Conversation as Conversation
from assistant.types.conversations import ConversationForm as ConversationForm
from assistant.types.conversations import ConversationPage as ConversationPage
from assistant.types.conversations import ConversationSummary as ConversationSummary
from assistant.types.conversations import ConversationTurn as ConversationTurn
from assistant.types.conversations import ExportedFile as ExportedFile
from assistant.types.conversations import Feedback as Feedback
from assistant.types.conversations import FeedbackVerdict as FeedbackVerdict
from assistant.types.conversations import JudgedAnswer as JudgedAnswer
from assistant.types.conversations import KeptAnswer as KeptAnswer
from assistant.types.conversations import TurnOrigin as TurnOrigin
from assistant.types.destinations import Destination as Destination
from assistant.types.found import Found as Found
from assistant.types.found import Missing as Missing
from assistant.types.found import MissingKind as MissingKind
from assistant.types.found import Passage as Passage
from assistant.types.found import Version as Version
from assistant.types.found import Whole as Whole
from assistant.types.library import Check as Check
from assistant.types.library import Coverage as Coverage
from assistant.types.library import IngestResult as IngestResult
from assistant.types.library import LibrarySize as LibrarySize
from assistant.types.library import Mended as Mended
from assistant.types.library import Outcome as Outcome
from assistant.types.library import Progress as Progress
from assistant.types.library import ResolutionPage as ResolutionPage
from assistant.types.library import SearchHit as SearchHit
from assistant.types.library import SearchResult as SearchResult
from assistant.types.library import Summary as Summary
from assistant.types.listing import Facet as Facet
from assistant.types.listing import FacetGroup as FacetGroup
from assistant.types.listing import Facets as Facets
from assistant.types.listing import ListedResolution as ListedResolution
from assistant.types.listing import ListedTitle as ListedTitle
from assistant.types.listing import Listing as Listing
from assistant.types.listing import ListingMatch as ListingMatch
from assistant.types.listing import ListingQuery as ListingQuery
from assistant.types.listing import ListingSort as ListingSort
from assistant.types.listing import Snippet as Snippet
from assistant.types.mandates import AgendaItem as AgendaItem
from assistant.types.mandates import Mandate as Mandate
from assistant.types.mandates import MandateDue as MandateDue
from assistant.types.mandates import MandateFacets as MandateFacets
from assistant.types.mandates import MandateForm as MandateForm
from assistant.types.mandates import MandateInference as MandateInference
from assistant.types.mandates import MandatePage as MandatePage
from assistant.types.mandates import MandateQuery as MandateQuery
from assistant.types.mandates import MandateSort as MandateSort
from assistant.types.problems import FieldFault as FieldFault
from assistant.types.problems import ProblemDocument as ProblemDocument
from assistant.types.question import Asked as Asked
from assistant.types.question import AskedKind as AskedKind
from assistant.types.question import Correction as Correction
from assistant.types.question import DueWindow as DueWindow
from assistant.types.question import EmptiedSlot as EmptiedSlot
from assistant.types.question import Intent as Intent
from assistant.types.question import OtherReading as OtherReading
from assistant.types.question import Overrides as Overrides
from assistant.types.question import Question as Question
from assistant.types.question import SaidSession as SaidSession
from assistant.types.question import Selection as Selection
from assistant.types.question import SessionBase as SessionBase
from assistant.types.question import Term as Term
from assistant.types.question import Wanted as Wanted
from assistant.types.reading_room import Around as Around
from assistant.types.reading_room import Mentioner as Mentioner
from assistant.types.reading_room import MentionLink as MentionLink
from assistant.types.reading_room import ResolutionLink as ResolutionLink
from assistant.types.reading_room import SourceFile as SourceFile
from assistant.types.reading_room import SourceNote as SourceNote
from assistant.types.references import ReferenceDirection as ReferenceDirection
from assistant.types.references import ReferenceEdge as ReferenceEdge
from assistant.types.references import ReferenceGraph as ReferenceGraph
from assistant.types.references import ReferenceLink as ReferenceLink
from assistant.types.references import ReferenceNode as ReferenceNode
from assistant.types.references import Series as Series
from assistant.types.references import SeriesMember as SeriesMember
from assistant.types.references import SeriesReason as SeriesReason
from assistant.types.resolution import Clause as Clause
from assistant.types.resolution import Deadline as Deadline
from assistant.types.resolution import Entity as Entity
from assistant.types.resolution import Fact as Fact
from assistant.types.resolution import Inferred as Inferred
from assistant.types.resolution import Invocation as Invocation
from assistant.types.resolution import Lang as Lang
from assistant.types.resolution import Mark as Mark
from assistant.types.resolution import MastheadField as MastheadField
from assistant.types.resolution import Paragraph as Paragraph
from assistant.types.resolution import ParagraphKind as ParagraphKind
from assistant.types.resolution import Reference as Reference
from assistant.types.resolution import ReferenceKind as ReferenceKind
from assistant.types.resolution import Resolution as Resolution
from assistant.types.resolution import Source as Source
from assistant.types.resolution import Span as Span
from assistant.types.resolution import VerbFamily as VerbFamily
from assistant.types.resolution import Vote as Vote
from assistant.types.wording import BilingualExample as BilingualExample
from assistant.types.wording import PhraseMatch as PhraseMatch
from assistant.types.wording import PhraseTally as PhraseTally
from assistant.types.wording import Precedent as Precedent
from assistant.types.wording import Precedents as Precedents
from assistant.types.wording import Rendering as Rendering
from assistant.types.wording import Renderings as Renderings
from assistant.types.wording import TableTerm as TableTerm
from assistant.types.wording import TermTable as TermTable
