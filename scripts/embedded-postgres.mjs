/** A real PostgreSQL from npm, for the demo, development and tests. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { Failure } from "./launch/failure.mjs";
import { postgresHome } from "./postgres-home.mjs";

const run = promisify(execFile);
/** Held by whoever runs the server, so that a second launcher is told apart from a leftover of a killed one. */
const ownerLock = 40104010;
const freeBytesMin = 300 * 1024 * 1024;

/**
 * Starts the server whose data lives in `directory`, making it at the first call; one that a killed process left
 * running is taken over. It belongs to no process group, so Ctrl-C does not reach it: only `stop` ends it.
 * `durable: false` trades safety for speed, for tests; `settings` are the server's own, by name. Returns the superuser's URL,
 * `stop`, and `home`: the folder of the data, which is another one where `directory` cannot be reached. Throws a Failure in
 * words for the terminal.
 */
export async function startPostgres({ directory, durable = true, settings = {} }) {
  const { home, programs, owner } = await postgresHome(directory);
  makeHome(home, owner);
  const data = join(home, "postgres");
  const tool = (name, args) => run(join(programs, name), args, { ...owner, cwd: home });
  const password = await initialise({ home, data, owner, tool });

  const leftover = await tool("pg_ctl", ["status", "-D", data]).then(
    () => true,
    () => false,
  );
  const port = leftover ? portInUse(data) : await freePort();
  if (!leftover) await start({ data, port, durable, settings, tool });
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const letGo = await takeOwnership(url, home);
  return {
    url,
    home,
    stop: async () => {
      await letGo();
      await tool("pg_ctl", ["stop", "-D", data, "-m", "fast", "-w", "-t", "30"]).catch(() => {});
    },
  };
}

/** Removes the home that `startPostgres` chose for `directory`, stopping a leftover server first. */
export async function removePostgres(directory) {
  const { home, programs, owner } = await postgresHome(directory);
  if (!existsSync(home)) return;
  const args = ["stop", "-D", join(home, "postgres"), "-m", "fast", "-w"];
  await run(join(programs, "pg_ctl"), args, { ...owner, cwd: home }).catch(() => {});
  rmSync(home, { recursive: true, force: true });
}

function makeHome(home, owner) {
  try {
    mkdirSync(home, { recursive: true });
    if (owner) chmodSync(home, 0o755);
    const { bavail, bsize } = statfsSync(home);
    const freeBytes = bavail * bsize;
    if (freeBytes < freeBytesMin)
      throw new Failure(
        `The database needs ${megabytes(freeBytesMin)} of disk in ${home}, where only ${megabytes(freeBytes)} are free.`,
      );
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`The database cannot keep its data in ${home}: ${error.message}.`);
  }
}

const megabytes = (bytes) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Makes the cluster beside its final place, so that a killed first start leaves nothing half-made. */
async function initialise({ home, data, owner, tool }) {
  const passwordFile = join(home, "postgres-password");
  if (existsSync(join(data, "PG_VERSION"))) return readFileSync(passwordFile, "utf8");
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  const password = randomBytes(18).toString("hex");
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [unfinished, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    await tool("initdb", [
      "-D",
      unfinished,
      "-U",
      "postgres",
      "-A",
      "scram-sha-256",
      "--pwfile",
      passwordFile,
      ...options,
    ]);
  } catch (error) {
    throw new Failure(`The database could not be made in ${home}: ${lastLine(error.stderr)}`);
  }
  renameSync(unfinished, data);
  return password;
}

async function start({ data, port, durable, settings, tool }) {
  const all = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    ...(durable ? {} : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
    ...settings,
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  const log = join(data, "server.log");
  try {
    await tool("pg_ctl", ["start", "-D", data, "-w", "-t", "60", "-l", log, "-o", options.join(" ")]);
  } catch {
    throw new Failure(`The database in ${data} did not start: ${lastLine(readFileSync(log, "utf8"))}`);
  }
}

/** One connection holds the lock for as long as this process lives; resolves to how to let go. */
async function takeOwnership(url, home) {
  const client = new pg.Client({ connectionString: url, application_name: `opencals:${process.pid}` });
  client.on("error", () => {});
  await client.connect();
  for (const deadline = Date.now() + 2_000; Date.now() < deadline; await sleep(100)) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS mine", [ownerLock]);
    if (rows[0].mine) return () => client.end().catch(() => {});
  }
  const holders = await client.query(
    "SELECT split_part(application_name, ':', 2) AS pid FROM pg_stat_activity WHERE application_name LIKE 'opencals:%' AND pid <> pg_backend_pid()",
  );
  await client.end();
  throw new Failure(
    `The database in ${home} is in use by another launcher (process ${holders.rows[0]?.pid ?? "unknown"}): stop that one first.`,
  );
}

/** A running server writes its port into the fourth line of its lock file. */
function portInUse(data) {
  return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3]);
}

const lastLine = (text) => String(text).trim().split("\n").at(-1);

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
