import { expect, test } from "vitest";

import type { IngestResult, UploadJob } from "../../api/types";
import { advanceUpload, NO_UPLOAD, resultsOf, sentOf, tally, tooMuch, unclaimed, withFiles, withoutFile } from "./uploading";

const LIMITS = { file_bytes: 10, total_bytes: 15, files: 2 };
const file = (name: string, size: number) => new File(["x".repeat(size)], name);
const result = (name: string, outcome: IngestResult["outcome"] = "added"): IngestResult => ({
  name,
  outcome,
  symbol: outcome === "refused" ? null : "A/RES/90/1",
  reason_zh: null,
  reason_en: null,
  line: null,
  lang: "zh",
  inferred: 0,
  unplaced: 0,
});
const chosen = (...files: File[]) => withFiles(NO_UPLOAD, files, LIMITS);

test("a file that is too large is named before anything is sent, and does not stop the others", () => {
  const upload = chosen(file("a.txt", 10), file("b.txt", 11));
  expect(upload.chosen.map(({ tooLarge }) => tooLarge)).toEqual([false, true]);
  expect(tooMuch(upload, LIMITS)).toBe(null);
});

test("too many files or bytes are said before anything is sent", () => {
  expect(tooMuch(chosen(file("a", 1), file("b", 1), file("c", 1)), LIMITS)).toBe("files");
  expect(tooMuch(chosen(file("a", 9), file("b", 9)), LIMITS)).toBe("bytes");
});

test("a file chosen twice is one, and can be taken out again", () => {
  const upload = withFiles(chosen(file("a", 1)), [file("a", 1), file("b", 1)], LIMITS);
  expect(upload.chosen.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(withoutFile(upload, upload.chosen[0]?.id ?? -1).chosen.map(({ name }) => name)).toEqual(["b"]);
});

test("files leave one behind the other", () => {
  const { chosen: files } = chosen(file("a", 4), file("empty", 0), file("b", 8));
  expect(sentOf(files, 0)).toEqual([0, 0, 0]);
  expect(sentOf(files, 2)).toEqual([0.5, 0, 0]);
  expect(sentOf(files, 8)).toEqual([1, 1, 0.5]);
  // The lines between the files count as bytes too.
  expect(sentOf(files, 99)).toEqual([1, 1, 1]);
});

test("an archive has the results of its entries, and a name that the server had to change is known again", () => {
  const { chosen: files } = chosen(file("a.zip", 1), file("b<img>.txt", 1));
  const results = [result("a.zip/1.txt"), result("a.zip/2.txt"), result("b_img_.txt", "refused"), result("c.txt")];
  expect(files.map((one) => resultsOf(one, results).length)).toEqual([2, 1]);
  expect(unclaimed(files, results).map(({ name }) => name)).toEqual(["c.txt"]);
  expect(tally(results)).toEqual({ taken: 3, unchanged: 0, refused: 1 });
});

test("the whole job, coming last, is what counts", () => {
  const job: UploadJob = {
    id: "1",
    state: "cancelled",
    files: 2,
    done: 1,
    dry_run: false,
    progress: null,
    results: [result("a")],
    error: null,
    href: "/api/v1/uploads/1",
  };
  const reading = advanceUpload(
    advanceUpload(NO_UPLOAD, { name: "progress", data: { step: "reading", done: 1, total: 2 } }),
    { name: "result", data: result("a") },
  );
  expect(reading.step?.done).toBe(1);
  const over = advanceUpload(reading, { name: "done", data: job });
  expect([over.phase, over.ended, over.results.length, over.step]).toEqual(["over", "cancelled", 1, null]);
});
