import { configuredEngine, serveFunctions } from "@/lib/inngest";

/** A call of an Inngest server, whose signature the SDK verifies. 404 while the embedded engine is on: it calls in process. */
export async function answerInngest(request: Request): Promise<Response> {
  if (configuredEngine === "embedded") return new Response(null, { status: 404 });
  return serveFunctions(request);
}
