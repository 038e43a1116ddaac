import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("engine-process.ts", import.meta.url));

/** Starts the scenarios in a real process of their own; resolves when it works. */
export async function startChild(
  options: object = {},
  settings: Record<string, string> = {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", program, JSON.stringify(options)], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const died = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The child ended before it was ready: ${signal ?? code}`);
  });
  died.catch(() => {});
  await Promise.race([once(child.stdout!, "data"), died]);
  return child;
}

/** Ends a child as `signal` does; resolves with its exit code, null when it was killed. */
export async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, "exit");
  child.kill(signal);
  const [code] = await exited;
  return code;
}
