import { lazyScreen } from "./lazyScreen";
import type { Screen } from "./routes";

/* Each screen is a folder with an entry of its own, fetched when it is wanted. */
export const ChatScreen = lazyScreen(() => import("../chat/ChatScreen"));
export const AnswerScreen = lazyScreen(() => import("../answers/AnswerScreen"));
export const LibraryScreen = lazyScreen(() => import("../library/LibraryScreen"));
export const ResolutionScreen = lazyScreen(() => import("../resolution/ResolutionScreen"));
export const CompareScreen = lazyScreen(() => import("../tools/compare/CompareScreen"));
export const SeriesScreen = lazyScreen(() => import("../tools/series/SeriesScreen"));
export const GraphScreen = lazyScreen(() => import("../tools/graph/GraphScreen"));
export const MandatesScreen = lazyScreen(() => import("../tools/mandates/MandatesScreen"));
export const AboutScreen = lazyScreen(() => import("../about/AboutScreen"));
/** What stands in the navigation below the links: the conversations kept. */
export const ConversationList = lazyScreen(() => import("../conversations/ConversationList"));

const CODE = {
  chat: ChatScreen,
  answer: AnswerScreen,
  library: LibraryScreen,
  resolution: ResolutionScreen,
  compare: CompareScreen,
  series: SeriesScreen,
  graph: GraphScreen,
  mandates: MandatesScreen,
  about: AboutScreen,
} satisfies Partial<Record<Screen["kind"], unknown>>;

/** Fetches a screen's code before it is drawn. */
export function preload(kind: Screen["kind"]) {
  if (kind !== "unknown") CODE[kind].preload();
}
