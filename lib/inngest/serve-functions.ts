import { serve } from "inngest/edge";
import { inngest } from "./client";
import { functions } from "./all-functions";

/** Takes a call of an engine: over HTTP from an Inngest server, whose signature the SDK verifies, or in process. */
export const serveFunctions: (request: Request) => Promise<Response> = serve({ client: inngest, functions });
