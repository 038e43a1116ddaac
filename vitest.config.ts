import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };
/** One more than a small machine has cores: a third of the time they wait, for leases, for a minute to be over. */
const maxWorkers = 3;
/** How long a condition may take on a busy machine: only what fails waits for it. */
const patienceMs = 60_000;
const onDatabase = (name: string, folders = name) => ({
  resolve: { alias },
  test: {
    maxWorkers,
    name,
    include: [`tests/${folders}/**/*.test.ts`],
    globalSetup: ["tests/support/postgres.ts"],
    setupFiles: ["tests/support/environment.ts", "tests/support/database.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: patienceMs } },
    pool: "forks" as const,
    server: { deps: { inline: [/@opencals/, /@hey-api/] } },
  },
});

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,lib,components,scripts,examples}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/environment.ts"],
          testTimeout: patienceMs,
          hookTimeout: patienceMs,
        },
      },
      onDatabase("integration"),
      onDatabase("conformance"),
      onDatabase("storefront", "{storefront,client}"),
    ],
  },
});
