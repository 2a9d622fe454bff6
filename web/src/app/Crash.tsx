import { Component, type ReactNode } from "react";
import { withTranslation, type WithTranslation } from "react-i18next";

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
      <main className="notice is-error" role="alert">
        <p>{t("app.crashed")}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t("app.reload")}
        </button>
      </main>
    );
  }
}

export const Crash = withTranslation()(CrashBoundary);
