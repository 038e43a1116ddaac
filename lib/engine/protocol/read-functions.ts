import { z } from "zod";
import { callSdk, sdkUrl, type Sdk } from "./call-sdk";

/** A function that the engine runs. */
export type EngineFunction = {
  id: string;
  /** Its id on the wire, the app's in front. */
  wireId: string;
  /** What starts it: triggers' names, and `cron/<id>` for a schedule. */
  triggers: string[];
  /** Schedules in UTC. */
  crons: string[];
  attemptsMax: number;
};

/** Inngest's own default: one attempt and four retries. */
const defaultRetries = 4;

const Registration = z.object({
  app_id: z.string(),
  functions: z.array(
    z.looseObject({
      id: z.string(),
      triggers: z.array(z.looseObject({ event: z.string().optional(), cron: z.string().optional() })),
      steps: z.object({
        step: z.looseObject({ retries: z.object({ attempts: z.number() }).optional() }),
      }),
    }),
  ),
});
type Registered = z.infer<typeof Registration>["functions"][number];

export const cronTrigger = (functionId: string) => `cron/${functionId}`;

/** Asks the SDK for its functions. Throws when one of them wants what only an Inngest server does. */
export async function readFunctions(sdk: Sdk): Promise<EngineFunction[]> {
  const response = await callSdk(sdk, {
    method: "PUT",
    headers: { "x-inngest-sync-kind": "in_band" },
    body: { url: sdkUrl },
  });
  if (!response.ok) throw new Error(`The SDK does not tell its functions: ${await response.text()}`);
  const registration = Registration.parse(await response.json());
  const functions = registration.functions.map((registered) =>
    toEngineFunction(registered, registered.id.slice(registration.app_id.length + 1)),
  );
  refuseSharedTriggers(functions);
  return functions;
}

function toEngineFunction(registered: Registered, id: string): EngineFunction {
  refuseUnsupported(registered, id);
  const crons = registered.triggers.flatMap(({ cron }) => cron ?? []);
  return {
    id,
    wireId: registered.id,
    crons,
    triggers: [
      ...registered.triggers.flatMap(({ event }) => event ?? []),
      ...(crons.length > 0 ? [cronTrigger(id)] : []),
    ],
    attemptsMax: (registered.steps.step.retries?.attempts ?? defaultRetries) + 1,
  };
}

function refuseUnsupported(registered: Registered, id: string): void {
  const known = ["id", "name", "triggers", "steps"];
  const unknown = Object.keys(registered).filter(
    (key) => !known.includes(key) && registered[key] !== undefined,
  );
  if (registered.triggers.some((trigger) => "expression" in trigger))
    unknown.push("a trigger's `if`, or onFailure");
  if (registered.triggers.some(({ cron }) => cron?.startsWith("TZ="))) unknown.push("a cron's time zone");
  if (unknown.length > 0)
    throw new Error(
      `Function "${id}" uses ${unknown.join(", ")}. The embedded engine has triggers, cron in UTC, retries, step.run, ` +
        "step.sleep, step.sleepUntil and step.sendEvent: do without, or run on an Inngest server (INNGEST_EVENT_KEY).",
    );
}

function refuseSharedTriggers(functions: EngineFunction[]): void {
  const owners = new Map<string, string>();
  for (const { id, triggers } of functions)
    for (const trigger of triggers) {
      const owner = owners.get(trigger);
      if (owner)
        throw new Error(`Trigger "${trigger}" starts both "${owner}" and "${id}": it may start one.`);
      owners.set(trigger, id);
    }
}
