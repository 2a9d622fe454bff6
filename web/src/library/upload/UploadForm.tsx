import { useEffect, useEffectEvent, useLayoutEffect, useState } from "react";

import type { UploadDesk } from "../../api/types";
import { problemText } from "../../i18n/problems";
import { useLang } from "../../i18n/useLang";
import { ChooseFiles } from "./ChooseFiles";
import { FileRow } from "./FileRow";
import { OwnSymbol } from "./OwnSymbol";
import { Excess } from "./Excess";
import { ResultLine } from "./ResultLine";
import { UploadActions } from "./UploadActions";
import { NO_UPLOAD, resultsOf, sendable, sentOf, tooMuch, unclaimed, withFiles, withoutFile } from "./uploading";
import { UploadStatus } from "./UploadStatus";
import { useUpload } from "./useUpload";

interface Props {
  desk: UploadDesk;
  dropped: readonly File[];
  over: boolean;
  onTaken: () => void;
}

/** Files are chosen, sent, watched; each says what became of it. */
export function UploadForm({ desk, dropped, over, onTaken }: Props) {
  const { t } = useLang();
  const { upload, setUpload, start, resume, cancel } = useUpload();
  const [symbol, setSymbol] = useState("");
  const { phase, chosen, results } = upload;
  const choosing = phase === "choosing";
  const add = (files: readonly File[]) =>
    setUpload((now) => withFiles(now.phase === "over" ? NO_UPLOAD : now, files, desk));
  useDropped(dropped, phase === "choosing" || phase === "over", add, onTaken);
  useRunning(desk, (job) => void resume(job));

  const ready = sendable(upload);
  const excess = tooMuch(upload, desk);
  const sent = sentOf(ready, upload.loaded);
  return (
    <div className="upload">
      {(choosing || phase === "over") && <ChooseFiles limits={desk} over={over} onFiles={add} />}
      {chosen.length > 0 && (
        <ul className="upload-files" aria-label={t("library.upload.files")}>
          {chosen.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              upload={upload}
              sent={sent[ready.indexOf(file)] ?? 0}
              results={resultsOf(file, results)}
              limit={desk.file_bytes}
              onRemove={() => setUpload((now) => withoutFile(now, file.id))}
            />
          ))}
        </ul>
      )}
      {unclaimed(chosen, results).map((result, index) => (
        <ResultLine key={index} result={result} named />
      ))}
      <UploadStatus upload={upload} files={ready.length} />
      {upload.problem && (
        <p className="field-problem" role="alert">
          {problemText(upload.problem, t)}
        </p>
      )}
      {choosing && excess && <Excess what={excess} files={desk.files} />}
      {choosing && ready.length === 1 && <OwnSymbol symbol={symbol} onChange={setSymbol} />}
      <UploadActions
        phase={phase}
        files={ready.length}
        excess={excess !== null}
        onCancel={() => void cancel()}
        onStart={() => void start(ready.length === 1 ? symbol.trim() : "")}
      />
    </div>
  );
}

/** Files dropped on the page are chosen as soon as they can be. */
function useDropped(files: readonly File[], ready: boolean, add: (files: readonly File[]) => void, onTaken: () => void) {
  const take = useEffectEvent(() => {
    add(files);
    onTaken();
  });
  useEffect(() => {
    if (ready && files.length > 0) take();
  }, [files, ready]);
}

/** A job that runs already, of before the page was loaded anew, is watched to its end; nobody is shown a form meanwhile. */
function useRunning({ uploads }: UploadDesk, watch: (job: UploadDesk["uploads"][number]) => void) {
  const running = uploads.findLast(({ state }) => state === "queued" || state === "running");
  const begin = useEffectEvent(watch);
  useLayoutEffect(() => {
    if (running) begin(running);
  }, [running]);
}
