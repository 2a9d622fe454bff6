import type { ComponentProps } from "react";

import { useLang } from "../i18n/useLang";
import { failedDownload, saveFile } from "./downloading";
import { heldKey } from "./key";

type Props = Omit<ComponentProps<"a">, "href" | "download"> & { href: string };

/**
 * A link to a file of the server. The browser follows it without a key, and an address is no place for one; where
 * a key is held the file is fetched by it, and handed to the browser.
 */
export function Download({ href, onClick, children, ...rest }: Props) {
  const { lang } = useLang();
  return (
    <a
      {...rest}
      href={href}
      download
      onClick={(event) => {
        onClick?.(event);
        if (heldKey() === null) return;
        event.preventDefault();
        saveFile(href, lang).catch((error: unknown) => failedDownload.set(error));
      }}
    >
      {children}
    </a>
  );
}
