import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
const preload = new URL("end-with-launcher.mjs", import.meta.url).href;
const graceMs = 15_000;

/**
 * Starts processes and ends them in order. Each child has a process group of its own, so Ctrl-C reaches only us: we ask
 * the children to stop, wait for them, and only then stop what they stand on (Postgres).
 */
export class Launcher {
  #children = new Set();
  #ending = new Set();
  #lastly = [];
  #stopping;
  #ended = withResolvers();

  constructor() {
    this.#ended.promise.catch(() => {});
    // `on`, not `once`: npm and the terminal may both signal us.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => this.#ended.resolve());
  }

  get stopping() {
    return this.#stopping !== undefined;
  }

  /** Runs after every child has ended; the last one given runs first. */
  async lastly(work) {
    if (this.stopping) await work();
    else this.#lastly.unshift(work);
  }

  /**
   * A Node program that runs until we stop; its own end is a Failure of the whole, unless it is `expendable`. Output goes to
   * `log`, or to us.
   */
  start(name, args, { env, log, expendable } = {}) {
    const child = this.#spawn(args, { env, log });
    child.once("exit", (code, signal) => {
      if (!this.stopping && !this.#ending.has(child) && !expendable)
        this.#ended.reject(
          new Failure(`${name} stopped by itself (${signal ?? `exit ${code}`}).${tail(log)}`),
        );
    });
    return child;
  }

  /** Ends a started program before the others, and waits for it. */
  async end(child) {
    this.#ending.add(child);
    const exited = new Promise((resolve) => child.once("exit", resolve));
    signalGroup(child, "SIGTERM");
    if (child.exitCode === null && child.signalCode === null) await exited;
  }

  /** A Node program that ends by itself. Rejects with a Failure when it does not end well. */
  run(name, args, { env, log } = {}) {
    const child = this.#spawn(args, { env, log });
    return new Promise((resolve, reject) => {
      child.once("exit", (code, signal) => {
        if (code === 0) resolve();
        else reject(new Failure(`${name} failed (${signal ?? `exit ${code}`}).${tail(log)}`));
      });
    });
  }

  /** `work` until it ends, a signal comes, or a started program dies; then everything is stopped. */
  async during(work) {
    const interrupted = this.#ended.promise;
    try {
      await Promise.race([work(interrupted), interrupted]);
    } finally {
      await this.stop();
    }
  }

  stop() {
    return (this.#stopping ??= this.#stopAll());
  }

  async #stopAll() {
    const exits = [...this.#children].map((child) => new Promise((resolve) => child.once("exit", resolve)));
    for (const child of this.#children) signalGroup(child, "SIGTERM");
    const kill = setTimeout(() => {
      for (const child of this.#children) signalGroup(child, "SIGKILL");
    }, graceMs);
    await Promise.all(exits);
    clearTimeout(kill);
    for (const work of this.#lastly) await work();
  }

  #spawn(args, { env = {}, log }) {
    if (this.stopping) throw new Failure("Stopped.");
    const output = log ? openSync(log, "w") : "inherit";
    const child = spawn(process.execPath, ["--import", preload, ...args], {
      cwd: projectRoot,
      detached: true,
      env: { ...process.env, ...env, LAUNCHER_PID: String(process.pid) },
      stdio: ["ignore", output, output, "ipc"],
    });
    if (log) closeSync(output);
    this.#children.add(child);
    child.once("exit", () => this.#children.delete(child));
    return child;
  }
}

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // It has just ended.
  }
}

function tail(log) {
  if (!log) return "";
  const lines = readFileSync(log, "utf8").trim().split("\n").slice(-15);
  return ` The end of ${log}:\n${lines.join("\n")}`;
}

/** Waits until `probe` is true. Throws a Failure with `message` after `timeoutMs`. */
export async function until(probe, { timeoutMs, message }) {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(100)) {
    if (await probe()) return;
  }
  throw new Failure(message);
}

function withResolvers() {
  let resolve, reject;
  const promise = new Promise((...functions) => ([resolve, reject] = functions));
  return { promise, resolve, reject };
}
