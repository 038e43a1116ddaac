import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@/scripts/launch/launcher.mjs";
import { describeCode, type Machine } from "../measure/machine";

const historyFile = join(projectRoot, "bench", "history.jsonl");
const resultsFolder = join(projectRoot, ".data", "bench-results");

/** Keeps a run: whole as a file of JSON of its own, whose path it returns, and as a line of bench/history.jsonl. */
export function keepRun(bench: string, machine: Machine, results: object, line: object = results): string {
  const run = openRun(bench, machine);
  run.keep(results);
  run.close(line);
  return run.file;
}

/** The same for a long run: `keep` as often as there is more, so that an interrupted one has what it measured. */
export function openRun(bench: string, machine: Machine) {
  const at = new Date().toISOString();
  const about = { at, bench, code: describeCode() };
  mkdirSync(resultsFolder, { recursive: true });
  const file = join(resultsFolder, `${bench}-${at.replaceAll(":", "-")}.json`);
  return {
    file,
    keep: (results: object) =>
      writeFileSync(file, `${JSON.stringify({ ...about, machine, results }, null, 2)}\n`),
    close: (line: object) =>
      appendFileSync(historyFile, `${JSON.stringify({ ...about, machine, results: line })}\n`),
  };
}
