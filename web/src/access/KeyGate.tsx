import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { LanguageSwitch } from "../app/LanguageSwitch";
import { useTitle } from "../app/useTitle";
import { useLang } from "../i18n/useLang";
import { KeyForm } from "./KeyForm";
import { useKey } from "./useKey";

const READ_BY_KEY = "/api/v1/about";

/** The page, or where the library is read by key and none is held, the question for it. */
export function KeyGate({ children }: { children: ReactNode }) {
  const { asked } = useKey();
  return (
    <>
      {asked && <KeyScreen />}
      {/* Out of sight it stays as it is: a question that was being written is not lost. */}
      <div className="behind-key" hidden={asked}>
        {children}
      </div>
    </>
  );
}

function KeyScreen() {
  const { t } = useLang();
  const { refused } = useKey();
  const client = useQueryClient();
  useTitle(t("key.heading"));
  return (
    <main className="screen">
      <div className="screen-body">
        <header className="screen-head">
          <h1>{t("key.heading")}</h1>
          <div className="screen-actions">
            <LanguageSwitch />
          </div>
        </header>
        <KeyForm
          why={t("key.whyRead")}
          at={READ_BY_KEY}
          before={refused ? t("key.ended") : null}
          onKept={() => void client.invalidateQueries()}
        />
      </div>
    </main>
  );
}
