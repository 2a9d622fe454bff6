import { useLang } from "../i18n/useLang";
import { Boundary } from "./Boundary";
import { NotFound } from "./NotFound";
import type { Screen } from "./routes";
import {
  AboutScreen,
  AnswerScreen,
  CompareScreen,
  GraphScreen,
  LibraryScreen,
  MandatesScreen,
  SeriesScreen,
} from "./screens";

export type Alone = Exclude<Screen, { kind: "chat" | "resolution" }>;

/** The screens that take the whole of the page beside the navigation. */
export function MainScreen({ screen }: { screen: Alone }) {
  const { t } = useLang();
  return (
    <Boundary key={screen.kind} main waiting={t("shell.loading")}>
      <Shown screen={screen} />
    </Boundary>
  );
}

function Shown({ screen }: { screen: Alone }) {
  switch (screen.kind) {
    case "answer":
      return <AnswerScreen key={screen.id} id={screen.id} />;
    case "library":
      return <LibraryScreen />;
    case "compare":
      return <CompareScreen a={screen.a} b={screen.b} />;
    case "series":
      return <SeriesScreen symbol={screen.symbol} />;
    case "graph":
      return <GraphScreen symbol={screen.symbol} />;
    case "mandates":
      return <MandatesScreen />;
    case "about":
      return <AboutScreen />;
    case "unknown":
      return <NotFound />;
  }
}
