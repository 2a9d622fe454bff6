import { Component, lazy, type ComponentType, type LazyExoticComponent, type ReactNode } from "react";

import { useLang } from "../i18n/useLang";

/** The code of a screen did not come: the server has another build by now, or is out of reach. */
class MissingCode extends Error {
  override name = "MissingCode";
}

type Lazy<P extends object> = LazyExoticComponent<ComponentType<P>> & { preload: () => void };

/** A screen whose code is fetched when it is first shown, or a moment before. */
export function lazyScreen<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): Lazy<P> {
  const fetched = () =>
    load().catch((cause: unknown) => {
      throw new MissingCode("The code of a screen could not be fetched", { cause });
    });
  const preload = () => void load().catch(() => undefined);
  return Object.assign(lazy(fetched), { preload });
}

interface Props {
  children: ReactNode;
}

/** Says that a screen's code is missing, and offers the page anew. Other faults are not its business. */
export class WithoutCode extends Component<Props, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state as { error: unknown };
    if (error === null) return this.props.children;
    if (!(error instanceof MissingCode)) throw error as Error;
    return <NewBuild />;
  }
}

function NewBuild() {
  const { t } = useLang();
  return (
    <div className="notice is-error" role="alert">
      <p>{t("shell.missingCode")}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t("app.reload")}
      </button>
    </div>
  );
}
