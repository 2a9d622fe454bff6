import { Screen } from "../app/Screen";
import { useLang } from "../i18n/useLang";
import "../styles/library.css";
import { LibraryList } from "./LibraryList";

/** What the library holds, as a screen of its own. */
export default function LibraryScreen() {
  const { t } = useLang();
  return (
    <Screen title={t("library.heading")}>
      <LibraryList />
    </Screen>
  );
}
