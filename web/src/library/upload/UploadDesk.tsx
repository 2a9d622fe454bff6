import { useQuery } from "@tanstack/react-query";

import { RequestError } from "../../api/client";
import { ProblemNotice } from "../../app/ProblemNotice";
import { Waiting } from "../../app/Waiting";
import { useLang } from "../../i18n/useLang";
import { readDesk } from "./desk";
import { KeyForm } from "./KeyForm";
import { UploadForm } from "./UploadForm";
import { useKey } from "./useKey";

interface Props {
  dropped: readonly File[];
  over: boolean;
  onTaken: () => void;
}

/** Whether this server takes files at all, from whom, and how many. */
export function UploadDesk({ dropped, over, onTaken }: Props) {
  const { t, lang } = useLang();
  const { key, keep, forget } = useKey();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["uploads", key],
    queryFn: ({ signal }) => readDesk(key, lang, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (isPending) return <Waiting label={t("library.upload.asking")} />;
  const status = error instanceof RequestError ? error.problem.status : 0;
  if (status === 403) return <p className="notice">{t("library.upload.off")}</p>;
  if (status === 401) return <KeyForm wrong={key !== null} onEntered={keep} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (key === null) return <KeyForm wrong={false} onEntered={keep} />;
  return <UploadForm desk={data} upKey={key} dropped={dropped} over={over} onTaken={onTaken} onForget={forget} />;
}
