import { findMembership } from "@/lib/identity";
import { openLiveStream } from "@/lib/platform/live-streams";
import { findSignedIn } from "@/app/(auth)/signed-in";

/** Tells the store's pages that something changed; what did, each page asks for with its own rights. */
export async function GET(request: Request, { params }: RouteContext<"/s/[store]/live">): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const membership = await findMembership(signedIn.user.id, (await params).store);
  if (!membership) return new Response(null, { status: 404 });
  const stream = openLiveStream(membership.ctx.storeId, request.signal);
  if (!stream) return new Response(null, { status: 503 });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
