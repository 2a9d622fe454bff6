import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

import { localProblem, RequestError } from "../../api/client";
import { LIBRARY } from "../../api/queries";
import type { UploadJob } from "../../api/types";
import { useLang } from "../../i18n/useLang";
import { cancelJob, followJob, send } from "./desk";
import { advanceUpload, NO_UPLOAD, resumed, sendable, type Upload } from "./uploading";

/** What is read of the library by other screens, and may have changed. */
const READ_OF_IT = [LIBRARY, "resolution", "around", "mandates"];

/** An upload from the choice of its files to its last result. */
export function useUpload() {
  const { lang } = useLang();
  const client = useQueryClient();
  const [upload, setUpload] = useState<Upload>(NO_UPLOAD);
  const current = useRef<AbortController | null>(null);

  const failed = useCallback((error: unknown) => {
    const problem = error instanceof RequestError ? error.problem : localProblem("unreadable");
    setUpload((now) => ({ ...now, phase: "over", ended: "failed", problem }));
  }, []);

  const follow = useCallback(
    async (href: string, signal: AbortSignal) => {
      for await (const event of followJob(href, lang, signal)) {
        setUpload((now) => advanceUpload(now, event));
      }
      for (const name of READ_OF_IT) void client.invalidateQueries({ queryKey: [name] });
    },
    [client, lang],
  );

  const attempt = useCallback(
    async (work: (signal: AbortSignal) => Promise<void>) => {
      current.current?.abort();
      const { signal } = (current.current = new AbortController());
      try {
        await work(signal);
      } catch (error) {
        if (!signal.aborted) failed(error);
      }
    },
    [failed],
  );

  const start = (symbol: string) =>
    attempt(async (signal) => {
      const files = sendable(upload).flatMap(({ file }) => file ?? []);
      setUpload((now) => ({ ...now, phase: "sending", loaded: 0, problem: null }));
      const onLoaded = (loaded: number) => setUpload((now) => ({ ...now, loaded }));
      const { href } = await send({ files, symbol, lang, onLoaded }, signal);
      setUpload((now) => ({ ...now, phase: "reading", href }));
      await follow(href, signal);
    });

  const resume = useCallback(
    (job: UploadJob) => {
      setUpload(resumed(job));
      return attempt((signal) => follow(job.href, signal));
    },
    [attempt, follow],
  );

  const cancel = async () => {
    if (upload.href === null) {
      current.current?.abort();
      setUpload((now) => ({ ...now, phase: "choosing", loaded: 0 }));
      return;
    }
    // Its end comes by the events, with what was taken in before.
    await cancelJob(upload.href, lang).catch(failed);
  };

  useEffect(() => () => current.current?.abort(), []);
  return { upload, setUpload, start, resume, cancel };
}
