import { Component, type ReactNode } from "react";
import { withTranslation, type WithTranslation } from "react-i18next";

import { homeHref } from "./routes";

interface Props extends WithTranslation {
  children: ReactNode;
}

/** What is left when the page itself fails: words and a way out, instead of a blank. */
class CrashBoundary extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    const { children, t } = this.props;
    if (!this.state.crashed) return children;
    return (
      <main className="crash" role="alert">
        <h1>{t("app.crashed")}</h1>
        <p>{t("shell.crashedLead")}</p>
        <p className="screen-links">
          <button type="button" className="button is-primary" onClick={() => window.location.reload()}>
            {t("app.reload")}
          </button>
          {/* A real navigation: what broke is not to be trusted with one of its own. */}
          <a className="button" href={homeHref}>
            {t("app.home")}
          </a>
        </p>
      </main>
    );
  }
}

export const Crash = withTranslation()(CrashBoundary);
