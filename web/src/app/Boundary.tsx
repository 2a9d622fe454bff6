import { Component, Suspense, type ReactNode } from "react";

import { useLang } from "../i18n/useLang";
import { MissingCode } from "./lazyScreen";
import { Waiting } from "./Waiting";

interface Props {
  children: ReactNode;
  /** What is being waited for, in words; null where nothing need be said. */
  waiting: string | null;
  /** Whether it stands for the whole screen and has to bring the landmark itself. */
  main?: boolean;
}

/** Around a part of the page: waits for its code, and keeps its faults from the rest. */
export class Boundary extends Component<Props, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { children, waiting, main = false } = this.props;
    const { error } = this.state;
    const stead = (what: ReactNode) =>
      main ? (
        <main id="main" className="screen">
          <div className="screen-body">{what}</div>
        </main>
      ) : (
        what
      );
    if (error !== null) return stead(<Broken error={error} />);
    return (
      <Suspense fallback={waiting === null ? null : stead(<Waiting label={waiting} />)}>{children}</Suspense>
    );
  }
}

function Broken({ error }: { error: unknown }) {
  const { t } = useLang();
  return (
    <div className="notice is-error" role="alert">
      <p>{t(error instanceof MissingCode ? "shell.missingCode" : "shell.broken")}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t("app.reload")}
      </button>
    </div>
  );
}
