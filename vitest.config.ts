import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };
const onDatabase = (name: string, folders = name) => ({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    name,
    include: [`tests/${folders}/**/*.test.ts`],
    globalSetup: ["tests/support/postgres.ts"],
    setupFiles: ["tests/support/environment.ts", "tests/support/database.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks" as const,
    server: { deps: { inline: [/@opencals/, /@hey-api/] } },
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,lib,components,scripts,examples}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/environment.ts"],
        },
      },
      onDatabase("integration"),
      onDatabase("conformance"),
      onDatabase("storefront", "{storefront,client}"),
    ],
  },
});
