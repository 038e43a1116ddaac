/** Bundles the worker and what is run beside it into .build/worker (or WORKER_DIST_DIR); what npm installs stays outside. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: ["worker", "rotate-key", "create-store", "create-agent", "storefront-key"].map(
    (name) => `worker/${name}.ts`,
  ),
  outdir: resolve(root, process.env.WORKER_DIST_DIR || ".build/worker"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  logLevel: "warning",
  // Prisma's generated client imports without extensions, so it is bundled; packages Node can import by itself are not.
  packages: "external",
});
