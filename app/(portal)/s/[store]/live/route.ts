import { findSignedIn } from "@/app/(auth)/signed-in";
import { liveResponse } from "@/app/live-response";
import { findMembership } from "@/lib/identity";

/** Tells the store's pages that something changed; what did, each page asks for with its own rights. */
export async function GET(request: Request, { params }: RouteContext<"/s/[store]/live">): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const membership = await findMembership(signedIn.user.id, (await params).store);
  if (!membership) return new Response(null, { status: 404 });
  return liveResponse(membership.ctx.storeId, request.signal);
}
