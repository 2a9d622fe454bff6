import { Dialog, DialogDismiss, DialogHeading } from "@ariakit/react/dialog";
import { useState, type ReactNode } from "react";

import { useLang } from "../i18n/useLang";
import { countOf, unfiltered, type Filters } from "./filters";

interface Props {
  filters: Filters;
  total: number | undefined;
  onClear: (filters: Filters) => void;
  children: ReactNode;
}

/** On a phone: the filters, behind a button that counts them. */
export function FilterDrawer({ filters, total, onClear, children }: Props) {
  const { t } = useLang();
  const [open, setOpen] = useState(false);
  const chosen = countOf(filters);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {chosen === 0 ? t("library.filters") : t("library.filtersChosen", { count: chosen })}
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        className="filter-drawer"
        backdrop={<div className="backdrop" />}
        unmountOnHide
      >
        <DialogHeading className="dialog-title">{t("library.filters")}</DialogHeading>
        <div className="filter-drawer-body">{children}</div>
        <div className="dialog-actions">
          {chosen > 0 && (
            <button type="button" className="button is-quiet" onClick={() => onClear(unfiltered(filters))}>
              {t("library.removeAll")}
            </button>
          )}
          <DialogDismiss className="button is-primary">
            {total === undefined ? t("reader.close") : t("library.show", { count: total })}
          </DialogDismiss>
        </div>
      </Dialog>
    </>
  );
}
