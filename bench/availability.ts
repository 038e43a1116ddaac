/** `npm run bench:availability`: what a month of free time costs at the handler of the Storefront API. */
import { parseArgs } from "node:util";
import { runCommand } from "@/scripts/launch/failure.mjs";
import { Launcher } from "@/scripts/launch/launcher.mjs";
import { step } from "@/scripts/launch/terminal.mjs";
import { closeDb } from "@/lib/platform/db";
import { handleStorefront } from "@/lib/storefront";
import { recordStatements } from "@/tests/support/record-statements";
import { appointmentCount, makeBusyMonth, type BusyMonth } from "./ground/busy-month";
import { onClient } from "./ground/on-client";
import { openOwnDatabase } from "./ground/own-database";
import { runSettings } from "./ground/settings";
import { describeMachine, inOneLine } from "./measure/machine";
import { percentiles } from "./measure/percentiles";
import { describeUse, watchProcessor } from "./measure/processor";
import { keepRun } from "./report/history";

const { values } = parseArgs({ options: { requests: { type: "string", default: "300" } } });
const requestCount = Number(values.requests);
const warmUpCount = 100;
const otherStoreCount = 20;
const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

const questions = (month: BusyMonth): Record<string, string> => ({
  "ranges of a month": "current-availability-ranges",
  "the same, moving one": `current-availability-ranges?excludeAppointmentId=${month.appointmentId}`,
  "slots of a day": `current-availabilities?date=${day}`,
  "nearest slot": "nearest-availability",
});

await runCommand(() => {
  const launcher = new Launcher();
  return launcher.during(async () => {
    const database = await step("Starting the benchmark's database", () => openOwnDatabase(launcher));
    Object.assign(process.env, runSettings(database.url));
    const month = await step(
      `Booking ${appointmentCount} appointments in each of ${1 + otherStoreCount} stores`,
      () => onClient(database.url, (client) => makeBusyMonth(client, otherStoreCount)),
    );
    const machine = describeMachine(database.version);
    console.log(`
  ${inOneLine(machine)}
  ${requestCount} requests each, one after the other, after ${warmUpCount} to warm up; in process, from the web request to the
  last byte of the answer: key, limits, query, arithmetic, JSON. 20 staff members at 2 places,
  ${appointmentCount} appointments, and as many in each of ${otherStoreCount} other stores.
`);
    const pids = { app: process.pid, postgres: database.postmasterPid };
    const processorUse = watchProcessor(pids);
    const results = [];
    for (const [name, question] of Object.entries(questions(month)))
      results.push({ name, ...(await measure(month, question, pids)) });
    const processor = processorUse();
    await closeDb();
    console.table(results);
    console.log(`  Milliseconds; cpu: of the processor, for each request.\n  ${describeUse(processor)}`);
    console.log(`\n  ${keepRun("availability", machine, { results, processor })}`);
  });
});

async function measure({ key, productId }: BusyMonth, question: string, pids: Record<string, number>) {
  const url = `http://bench.invalid/storefront/products/${productId}/${question}`;
  const ask = async () => {
    const response = await handleStorefront(new Request(url, { headers: { "x-api-key": key } }));
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${question} answered ${response.status}: ${text}`);
    return text;
  };
  for (let i = 0; i < warmUpCount; i++) await ask();
  const processorUse = watchProcessor(pids);
  const times: number[] = [];
  for (let i = 0; i < requestCount; i++) {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
  }
  const { app = NaN, postgres = NaN } = processorUse()?.oursMs ?? {};
  const statements = await recordStatements(ask);
  const answer: unknown = JSON.parse(await ask());
  return {
    ...percentiles(times),
    cpuApp: perRequest(app),
    cpuPostgres: perRequest(postgres),
    rows: Array.isArray(answer) ? answer.length : 1,
    statements: statements.length,
  };
}

function perRequest(ms: number): number {
  return Math.round((ms / requestCount) * 10) / 10;
}
