import { useQuery } from "@tanstack/react-query";

import { KeyForm } from "../../access/KeyForm";
import { useKey } from "../../access/useKey";
import { RequestError } from "../../api/client";
import { ProblemNotice } from "../../app/ProblemNotice";
import { Waiting } from "../../app/Waiting";
import { useLang } from "../../i18n/useLang";
import { DESK, readDesk } from "./desk";
import { UploadForm } from "./UploadForm";

interface Props {
  dropped: readonly File[];
  over: boolean;
  onTaken: () => void;
}

/** Whether this server takes files at all, from whom, and how many. */
export function UploadDesk({ dropped, over, onTaken }: Props) {
  const { t, lang } = useLang();
  const { key, refused } = useKey();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["uploads", key],
    queryFn: ({ signal }) => readDesk(lang, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (isPending) return <Waiting label={t("library.upload.asking")} />;
  const code = error instanceof RequestError ? error.problem.code : null;
  if (code === "uploads_off") return <p className="notice">{t("library.upload.off")}</p>;
  if (code === "wrong_key" || code === "scope_too_small" || (key === null && !error)) {
    const before = code === "scope_too_small" ? t("key.tooSmall") : refused ? t("key.ended") : null;
    return <KeyForm why={t("key.whyAdd")} at={DESK} before={before} />;
  }
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <UploadForm desk={data} dropped={dropped} over={over} onTaken={onTaken} />;
}
