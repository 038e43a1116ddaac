import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../worker/worker.ts", import.meta.url));

/** A real worker process on this test's database, which may reach the `targets`. Resolves when it works. */
export async function startWorkerProcess(...targets: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    env: { ...process.env, WEBHOOK_ALLOWED_TARGETS: targets.join(",") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const died = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The worker ended before it was ready: ${signal ?? code}`);
  });
  died.catch(() => {});
  await Promise.race([isReady(child), died]);
  return child;
}

/** Ends it as `signal` does; resolves with its exit code, null when it was killed. */
export async function endProcess(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, "exit");
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}

async function isReady(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve) => {
    child.stdout!.on("data", (text: Buffer) => {
      if (text.toString().includes("The worker is ready.")) resolve();
    });
  });
}
