/**
 * `npm run bench`: how long a committed event takes to be received, at 50, 200 and 1000 events a second.
 * `npm run bench:full`: the whole matrix; `-- --only backlog` runs the profiles whose names contain it, and
 * `--scale 0.1` a tenth of each.
 */
import { parseArgs } from "node:util";
import { runCommand } from "@/scripts/launch/failure.mjs";
import { Launcher } from "@/scripts/launch/launcher.mjs";
import { step } from "@/scripts/launch/terminal.mjs";
import { prepareGround, type Ground } from "./ground/bench-ground";
import { describeMachine, inOneLine } from "./measure/machine";
import { full, short } from "./profiles";
import type { Profile, Row } from "./profiles/profile";
import { openRun } from "./report/history";
import { figuresOf } from "./report/figures";
import { printRow } from "./report/print-row";
import { tableOfProfiles } from "./report/table-of-profiles";
import { tableOfTargets } from "./report/targets";

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    scale: { type: "string", default: "1" },
  },
});
const profiles = (values.full ? full : short)(Number(values.scale)).filter(({ name }) =>
  name.includes(values.only),
);

const method = `
  Load, receiver, product and Postgres are processes of their own on this one machine. Events arrive by a Poisson process that
  waits for nobody, each one INSERT through pg as a booking writes it, some 4 KB, then the product's nudge. Latency is from the
  commit known to the last byte received, by the machine's monotonic clock, after a warm-up of 3 s. Statements are
  pg_stat_statements' of the product's role, all of them, plus the event's INSERT. Raw: POSTs of the same size from a plain
  client to the same receiver, right before the run: per second over 50 connections, and p95 at the run's own rate.
`;

await runCommand(() => {
  const launcher = new Launcher();
  return launcher.during(async () => {
    const ground = await step("Preparing database, worker's bundle, receiver and load", () =>
      prepareGround(launcher),
    );
    const machine = describeMachine(ground.database.version);
    console.log(`\n  ${inOneLine(machine)}\n${method}`);
    const run = openRun(values.full ? "full" : "short", machine);
    const results: Row[] = [];
    for (const profile of profiles) {
      results.push(...(await rowsOf(profile, ground)));
      run.keep(results);
    }
    const figures = results.map(figuresOf);
    run.close(figures);
    console.log(`${tableOfTargets(figures)}\n\n${tableOfProfiles(results)}\n\n  ${run.file}`);
  });
});

/** A profile that fails is a row that says so: the others go on. */
async function rowsOf({ name, about, run }: Profile, ground: Ground): Promise<Row[]> {
  console.log(`  ${name}: ${about}`);
  const rows = await run(ground).catch((error: Error): Row[] => [{ failure: error.message.split("\n")[0]! }]);
  for (const row of rows) printRow(row);
  return rows.map((row) => ({ profile: name, ...row }));
}
