/** `npm run verify`: all that needs no database and takes seconds. Runs every check, then says which failed. */
import { spawnSync } from "node:child_process";
import { checks, vitest } from "./checks.mjs";
import { projectRoot } from "./launch/launcher.mjs";

const all = { ...checks, unit: [[vitest, "run", "--project", "unit"]] };
const failed = Object.keys(all).filter((name) => {
  console.log(`── ${name}`);
  return !all[name].every((args) => {
    return spawnSync(process.execPath, args, { cwd: projectRoot, stdio: "inherit" }).status === 0;
  });
});
console.log(failed.length ? `\nFailed: ${failed.join(", ")}.` : "\nAll well.");
process.exitCode = failed.length ? 1 : 0;
