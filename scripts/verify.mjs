/** `npm run verify`: all that needs no database and takes seconds. Runs every check, then says which failed. */
import { spawnSync } from "node:child_process";

const checks = ["format:check", "lint", "typecheck", "knip", "unit"];
const failed = checks.filter((name) => {
  console.log(`\n— ${name}`);
  return (
    spawnSync("npm", ["run", "--silent", name], { stdio: "inherit", shell: process.platform === "win32" })
      .status !== 0
  );
});
console.log(failed.length ? `\nFailed: ${failed.join(", ")}.` : "\nAll well.");
process.exitCode = failed.length ? 1 : 0;
