/** `npm test`: everything, on one embedded Postgres and in a real browser. The last line counts the tests. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, chmodSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checks, next, playwright, vitest } from "./checks.mjs";
import { startPostgres } from "./embedded-postgres.mjs";
import { failedTests } from "./failed-tests.mjs";
import { findOrInstallBrowser } from "./find-browser.mjs";
import { runCommand } from "./launch/failure.mjs";
import { Launcher, projectRoot } from "./launch/launcher.mjs";

const reports = join(projectRoot, ".build/reports");
const buildFolders = { NEXT_DIST_DIR: ".next-test", WORKER_DIST_DIR: ".build/worker-test" };

const total = { passed: 0, failed: 0, skipped: 0 };
const failed = [];

await runCommand(() => {
  const launcher = new Launcher();
  let finished = false;
  return launcher
    .during(async () => {
      mkdirSync(reports, { recursive: true });
      await runStages(launcher);
      finished = true;
    })
    .finally(() => {
      if (!finished) process.exitCode = 1;
      else closingLine();
    });
});

async function runStages(launcher) {
  for (const [name, commands] of Object.entries(checks)) {
    await stage(name, async () => {
      for (const args of commands) await launcher.run(name, args);
    });
  }
  await vitestStage(launcher, "unit", ["unit"], {});

  const databaseUrl = process.env.TEST_DATABASE_URL ?? (await temporaryPostgres(launcher));
  const env = { TEST_DATABASE_URL: databaseUrl };
  await vitestStage(
    launcher,
    "integration, conformance, storefront",
    ["integration", "conformance", "storefront"],
    env,
  );

  const built = await stage("build", async () => {
    const env = { ...buildFolders, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await launcher.run("The build", ["scripts/build.mjs"], { env });
    await launcher.run("The booking site's build", [next, "build", "examples/booking-site"], { env });
  });
  if (built) await playwrightStage(launcher, { ...env, ...buildFolders });
}

/** Runs one stage to its end, whatever the others did. A stage that fails without a failed test counts as one. */
async function stage(name, work) {
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const failedBefore = total.failed;
  try {
    await work();
    console.log(`── ${name}: well, ${seconds(startedAt)}`);
    return true;
  } catch (error) {
    if (total.failed === failedBefore) {
      total.failed++;
      failed.push(`${name}: ${error.message}`);
    }
    console.log(`── ${name}: failed, ${seconds(startedAt)}. ${error.message}`);
    return false;
  }
}

function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;
}

function vitestStage(launcher, name, projects, env) {
  const report = freshReport(`vitest-${projects[0]}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const args = [
    vitest,
    "run",
    ...chosen,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  return stage(name, () =>
    launcher.run(name, args, { env }).finally(() => {
      const results = readReport(report);
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = results;
      count(numPassedTests, numFailedTests, numPendingTests + numTodoTests);
      failed.push(...failedTests(results));
    }),
  );
}

function playwrightStage(launcher, env) {
  const report = freshReport("playwright.json");
  return stage("e2e", () => {
    const browser = findOrInstallBrowser();
    console.log(`Browser: ${browser}`);
    const options = { env: { ...env, BROWSER_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report } };
    return launcher.run("e2e", [playwright, "test", "--reporter=list,json"], options).finally(() => {
      const results = readReport(report);
      const { expected, unexpected, flaky, skipped } = results.stats;
      count(expected + flaky, unexpected, skipped);
      failed.push(...failedTests(results));
    });
  });
}

function count(passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function freshReport(name) {
  const path = join(reports, name);
  rmSync(path, { force: true });
  return path;
}

function readReport(path) {
  if (!existsSync(path)) throw new Error("It ended before it could report.");
  return JSON.parse(readFileSync(path, "utf8"));
}

async function temporaryPostgres(launcher) {
  const directory = mkdtempSync(join(tmpdir(), "opencals-test-"));
  chmodSync(directory, 0o755);
  await launcher.lastly(() => rmSync(directory, { recursive: true, force: true }));
  const server = await startPostgres({ directory, durable: false });
  await launcher.lastly(server.stop);
  return server.url;
}

function closingLine() {
  if (failed.length) console.log(["\nFailed:", ...failed].join("\n  "));
  const skipped = total.skipped ? `, ${total.skipped} skipped` : "";
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  if (total.failed) process.exitCode = 1;
}
