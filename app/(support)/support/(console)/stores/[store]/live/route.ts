import { findSupport } from "@/app/(auth)/signed-in";
import { liveResponse } from "@/app/live-response";
import { findStoreForSupport } from "@/lib/identity";

/** Tells support's pages of a store that something changed there. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/support/stores/[store]/live">,
): Promise<Response> {
  const agent = await findSupport();
  if (!agent) return new Response(null, { status: 401 });
  const found = await findStoreForSupport(agent, { slug: (await params).store });
  if (!found) return new Response(null, { status: 404 });
  return liveResponse(found.store.id, request.signal);
}
