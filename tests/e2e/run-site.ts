import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { Launcher, until } from "../../scripts/launch/launcher.mjs";
import { statusOf } from "./run-app";

const home = "examples/booking-site";
const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

type SiteInput = { port: number; apiUrl: string; apiKey: string; webhookSecret: string };

/** How old its catalogue's pages may get. */
export const revalidateSeconds = 2;

/** The built booking site of one store, on `port`. It keeps pages in its build folder, so each has a copy of its own. */
export async function runSite({ port, apiUrl, apiKey, webhookSecret }: SiteInput) {
  const built = process.env.NEXT_DIST_DIR ?? ".next-test";
  const source = join(home, built);
  if (!existsSync(join(source, "BUILD_ID")))
    throw new Error(`There is no build in ${source}: run npm test once.`);
  const copy = `.next-story-${port}`;
  const folder = join(home, copy);
  await rm(folder, { recursive: true, force: true });
  const isNeeded = (path: string) => !["cache", "trace"].includes(basename(path));
  await cp(source, folder, { recursive: true, filter: isNeeded, verbatimSymlinks: true });

  const url = `http://127.0.0.1:${port}`;
  const launcher = new Launcher();
  await launcher.lastly(() => rm(folder, { recursive: true, force: true }));
  launcher.start("The booking site", [next, "start", home, "-p", String(port), "-H", "127.0.0.1"], {
    env: {
      NODE_ENV: "production",
      NEXT_DIST_DIR: copy,
      NEXT_TELEMETRY_DISABLED: "1",
      OPENCALS_API_URL: apiUrl,
      OPENCALS_API_KEY: apiKey,
      OPENCALS_WEBHOOK_SECRET: webhookSecret,
      SITE_URL: url,
      SITE_DATA_DIR: join(folder, "data"),
      CATALOGUE_REVALIDATE_SECONDS: String(revalidateSeconds),
    },
    log: `.build/reports/booking-site-${port}.log`,
  });
  await until(() => statusOf(`${url}/webhooks`).then((status) => status === 200), {
    timeoutMs: 60_000,
    message: `The booking site did not get ready within a minute: see .build/reports.`,
  });
  return { url, folder, stop: () => launcher.stop() };
}
