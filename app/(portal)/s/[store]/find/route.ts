import { findSignedIn } from "@/app/(auth)/signed-in";
import { findBookings } from "@/lib/booking";
import { findMembership } from "@/lib/identity";
import { findInStore } from "@/lib/webhooks";

/** What the find field asks while somebody types. */
export async function GET(request: Request, { params }: RouteContext<"/s/[store]/find">): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const membership = await findMembership(signedIn.user.id, (await params).store);
  if (!membership) return new Response(null, { status: 404 });
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const { ctx } = membership;
  const found = [...(await findBookings(ctx, { q })), ...(await findInStore(ctx, { q }))];
  return Response.json(found, { headers: { "cache-control": "private, no-store" } });
}
