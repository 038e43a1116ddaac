import { serve } from "inngest/edge";
import { startEmbeddedEngine, type Engine, type EngineOptions } from "@/lib/engine";
import { inProcessClient } from "@/lib/inngest/client";
import { InProcessWire } from "@/lib/inngest/in-process-wire";
import { scenarioFunctions } from "./scenario-functions";

/** Shorter waits than in earnest, on the same paths. */
export const hasty = { heartbeatMs: 300, silenceMs: 1_500, pollMs: 200, retryDelaysMs: [200] };

/** Starts an engine on the scenarios in this process. */
export async function startScenarios(options: Partial<EngineOptions> = {}): Promise<Engine> {
  const wire = new InProcessWire();
  const client = inProcessClient("conformance", wire);
  const handler = serve({ client, functions: scenarioFunctions(client) });
  return startEmbeddedEngine({
    sdk: { handler, signingKey: wire.signingKey, connect: (answer) => wire.connect(answer) },
    lanes: [],
    otherSlots: 10,
    ...hasty,
    ...options,
  });
}
