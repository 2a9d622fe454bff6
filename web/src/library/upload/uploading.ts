import type { IngestResult, Problem, UploadDesk, UploadJob } from "../../api/types";

/** A file that was chosen, and why it will not be sent where it will not. */
export interface Chosen {
  id: number;
  name: string;
  size: number;
  file: File | null;
  tooLarge: boolean;
}

/** Where an upload stands. `sending`: bytes are on their way; `reading`: the server works on them. */
export interface Upload {
  phase: "choosing" | "sending" | "reading" | "over";
  chosen: readonly Chosen[];
  /** Bytes that have left, of all that are to be sent. */
  loaded: number;
  step: { step: string; done: number; total: number } | null;
  results: readonly IngestResult[];
  /** How it ended, where it did. */
  ended: "done" | "failed" | "cancelled" | null;
  problem: Problem | null;
  href: string | null;
}

export const NO_UPLOAD: Upload = {
  phase: "choosing",
  chosen: [],
  loaded: 0,
  step: null,
  results: [],
  ended: null,
  problem: null,
  href: null,
};

export type Limits = Pick<UploadDesk, "file_bytes" | "total_bytes" | "files">;

/** With further files; one that was chosen before under the same name and size is not taken twice. */
export function withFiles(upload: Upload, files: readonly File[], limits: Limits): Upload {
  const next = 1 + Math.max(0, ...upload.chosen.map(({ id }) => id));
  const known = new Set(upload.chosen.map(({ name, size }) => `${size} ${name}`));
  const fresh = files.filter(({ name, size }) => !known.has(`${size} ${name}`));
  const added = fresh.map((file, index) => ({
    id: next + index,
    name: file.name,
    size: file.size,
    file,
    tooLarge: file.size > limits.file_bytes,
  }));
  return { ...upload, chosen: [...upload.chosen, ...added] };
}

export function withoutFile(upload: Upload, id: number): Upload {
  return { ...upload, chosen: upload.chosen.filter((one) => one.id !== id) };
}

export function sendable({ chosen }: Upload): Chosen[] {
  return chosen.filter(({ tooLarge }) => !tooLarge);
}

/** What the server would refuse as a whole, found before a byte is sent. */
export function tooMuch(upload: Upload, limits: Limits): "files" | "bytes" | null {
  const all = sendable(upload);
  if (all.length > limits.files) return "files";
  return all.reduce((sum, { size }) => sum + size, 0) > limits.total_bytes ? "bytes" : null;
}

/**
 * How much of each file has left, 0 to 1. They travel one behind the other in one request, whose
 * own lines between them are small beside them.
 */
export function sentOf(chosen: readonly Chosen[], loaded: number): number[] {
  let before = 0;
  return chosen.map(({ size }) => {
    const share = size === 0 ? (loaded >= before ? 1 : 0) : (loaded - before) / size;
    before += size;
    return Math.min(Math.max(share, 0), 1);
  });
}

/** A name by what no server replaces: letters, figures and the dot of its suffix. */
function lettersOf(name: string): string {
  return name.normalize("NFC").replace(/[^\p{L}\p{N}.]/gu, "");
}

/** `a.zip/entry` belongs to `a.zip`, and `a_b.txt` to a file `a?b.txt`, whose name no disk would take. */
export function resultsOf({ name }: Pick<Chosen, "name">, results: readonly IngestResult[]): IngestResult[] {
  const ours = lettersOf(name);
  return results.filter((one) => lettersOf(one.name.split("/")[0] ?? "") === ours);
}

export function unclaimed(chosen: readonly Chosen[], results: readonly IngestResult[]): IngestResult[] {
  return results.filter((one) => !chosen.some((file) => resultsOf(file, [one]).length > 0));
}

/** One thing that the server told of an upload under way. */
export type JobEvent =
  | { name: "progress"; data: { step: string; done: number; total: number } }
  | { name: "result"; data: IngestResult }
  | { name: "done"; data: UploadJob };

export function advanceUpload(upload: Upload, event: JobEvent): Upload {
  switch (event.name) {
    case "progress":
      return { ...upload, step: event.data };
    case "result":
      return { ...upload, results: [...upload.results, event.data] };
    case "done":
      return finished(upload, event.data);
  }
}

/** The whole job, coming last, is what counts. */
function finished(upload: Upload, { state, results, error }: UploadJob): Upload {
  const ended = state === "failed" || state === "cancelled" ? state : "done";
  return { ...upload, phase: "over", step: null, results, ended, problem: error };
}

/** A job found running when the page was opened: its files are known by its results alone. */
export function resumed({ href, progress }: UploadJob): Upload {
  return { ...NO_UPLOAD, phase: "reading", step: progress, href };
}

/** How many resolutions came in, stayed as they were, or were refused. */
export function tally(results: readonly IngestResult[]): { taken: number; unchanged: number; refused: number } {
  const count = (...outcomes: IngestResult["outcome"][]) => results.filter((one) => outcomes.includes(one.outcome)).length;
  return { taken: count("added", "replaced"), unchanged: count("unchanged"), refused: count("refused") };
}
