import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Launcher } from "@/scripts/launch/launcher.mjs";

/** A process of the benchmark's own that answers one question at a time. */
export type HelperProcess = {
  pid: number;
  ask: <Answer>(question: object) => Promise<Answer>;
};

/** Starts bench/processes/{name}.ts; resolves with it and with what it said first. */
export async function startHelper<First>(
  launcher: Launcher,
  name: "load" | "raw" | "receiver",
  env: Record<string, string> = {},
): Promise<{ helper: HelperProcess; first: First }> {
  const child: ChildProcess = launcher.start(
    `The ${name}`,
    ["--import", "tsx", `bench/processes/${name}.ts`],
    {
      env,
    },
  );
  const answer = async <T>() => ((await once(child, "message")) as [T])[0];
  const first = await answer<First>();
  const ask = <Answer>(question: object) => {
    child.send(question);
    return answer<Answer>();
  };
  return { helper: { pid: child.pid!, ask }, first };
}
