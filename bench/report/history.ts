import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@/scripts/launch/launcher.mjs";
import { describeCode, type Machine } from "../measure/machine";

const historyFile = join(projectRoot, "bench", "history.jsonl");
const resultsFolder = join(projectRoot, ".data", "bench-results");

/** Keeps a run: whole as a file of JSON of its own, whose path it returns, and as a line of bench/history.jsonl. */
export function keepRun(bench: string, machine: Machine, results: object, line: object = results): string {
  const at = new Date().toISOString();
  const about = { at, bench, code: describeCode() };
  mkdirSync(resultsFolder, { recursive: true });
  const file = join(resultsFolder, `${bench}-${at.replaceAll(":", "-")}.json`);
  writeFileSync(file, `${JSON.stringify({ ...about, machine, results }, null, 2)}\n`);
  appendFileSync(historyFile, `${JSON.stringify({ ...about, machine, results: line })}\n`);
  return file;
}
