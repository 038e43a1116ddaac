import { join } from "node:path";
import { projectRoot } from "./launch/launcher.mjs";

const tool = (path) => join(projectRoot, "node_modules", path);

export const next = tool("next/dist/bin/next");

/** The checks that need neither database nor build: each a list of Node command lines. */
export const checks = {
  format: [[tool("prettier/bin/prettier.cjs"), "--check", ".", "--log-level", "warn"]],
  lint: [[tool("eslint/bin/eslint.js"), ".", "--max-warnings", "0"]],
  types: [
    [next, "typegen"],
    [tool("typescript/bin/tsc"), "--noEmit"],
    [tool("typescript/bin/tsc"), "--noEmit", "-p", "examples"],
  ],
  "dead code": [[tool("knip/bin/knip.js")]],
};

export const vitest = tool("vitest/vitest.mjs");
export const playwright = tool("@playwright/test/cli.js");
