import { Menu, MenuButton, MenuItem, MenuProvider } from "@ariakit/react/menu";

import { getCopiedText, type CopyForm } from "../api/answers";
import { useLang } from "../i18n/useLang";
import { useCopy, type Copied } from "./useCopy";

const FORMS: readonly CopyForm[] = ["text", "markdown", "footnotes"];

interface Props {
  id: string;
  /** Writes all that is shown, where that is more than the page which the server keeps. */
  shown: ((form: CopyForm) => string) | null;
  /** Whether the list goes on below what is shown. */
  goesOn: boolean;
}

/** Copies an answer with its sources: as text, as Markdown, or with footnotes as the UN writes them. */
export function CopyMenu({ id, shown, goesOn }: Props) {
  const { t, lang } = useLang();
  const [state, copy] = useCopy();
  const textOf = (form: CopyForm) =>
    shown === null ? getCopiedText(id, form, lang) : Promise.resolve(shown(form));
  return (
    <>
      <MenuProvider placement="top-end">
        <MenuButton className="button is-quiet copy-button">
          <CopyLabel state={state} label={t("talk.copy")} />
        </MenuButton>
        <Menu
          className="menu"
          gutter={4}
          // Outside of the answer, which is not drawn beyond its edges, yet within its landmark.
          portal
          portalElement={() => document.getElementById("main")}
          preserveTabOrder={false}
          fixed
          unmountOnHide
          aria-label={t("talk.copyAs")}
        >
          {FORMS.map((form) => (
            <MenuItem key={form} className="menu-item copy-form" onClick={() => copy(textOf(form))}>
              <span>{t(`talk.copyForm.${form}`)}</span>
              <small>{t(goesOn ? "talk.copySoFar" : `talk.copyHint.${form}`)}</small>
            </MenuItem>
          ))}
        </Menu>
      </MenuProvider>
      <CopyState state={state} />
    </>
  );
}

interface CopyButtonProps {
  label: string;
  text: string;
}

/** Copies one text. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [state, copy] = useCopy();
  return (
    <>
      <button type="button" className="button copy-button" onClick={() => copy(Promise.resolve(text))}>
        <CopyLabel state={state} label={label} />
      </button>
      <CopyState state={state} />
    </>
  );
}

/** Both labels take the same place, so that the button keeps its width. */
function CopyLabel({ state, label }: { state: Copied; label: string }) {
  const { t } = useLang();
  return (
    <span className="copy-label">
      <span data-shown={state !== "copied"} aria-hidden={state === "copied"}>
        {label}
      </span>
      <span data-shown={state === "copied"} aria-hidden={state !== "copied"}>
        {t("reply.copied")}
      </span>
    </span>
  );
}

function CopyState({ state }: { state: Copied }) {
  const { t } = useLang();
  return (
    <span role="status" className={state === "failed" ? "copy-failed" : "visually-hidden"}>
      {state === "copied" && t("reply.copied")}
      {state === "failed" && t("talk.copyFailed")}
    </span>
  );
}
