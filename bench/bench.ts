/**
 * `npm run bench`: how long a committed event takes to be received, at 50, 200 and 1000 events a second.
 * `npm run bench:full`: the whole matrix; `-- --only backlog` runs the profiles whose names contain it, and
 * `--scale 0.1` a tenth of each.
 */
import { parseArgs } from "node:util";
import { runCommand } from "@/scripts/launch/failure.mjs";
import { Launcher } from "@/scripts/launch/launcher.mjs";
import { step } from "@/scripts/launch/terminal.mjs";
import { prepareGround } from "./ground/bench-ground";
import { describeMachine, inOneLine } from "./measure/machine";
import { full, short } from "./profiles";
import type { Row } from "./profiles/profile";
import { keepRun } from "./report/history";
import { figuresOf } from "./report/figures";
import { printRow } from "./report/print-row";
import { printTargets } from "./report/targets";

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
    const results: Row[] = [];
    for (const { name, about, run } of profiles) {
      console.log(`  ${name}: ${about}`);
      for (const row of await run(ground)) {
        results.push({ profile: name, ...row });
        printRow(row);
      }
    }
    const figures = results.map(figuresOf);
    printTargets(figures);
    const file = keepRun(values.full ? "full" : "short", machine, results, figures);
    console.log(`\n  ${file}`);
  });
});
