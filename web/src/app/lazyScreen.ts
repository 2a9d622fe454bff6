import { lazy, type ComponentType, type LazyExoticComponent } from "react";

/** The code of a screen did not come: the server has another build by now, or is out of reach. */
export class MissingCode extends Error {
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
