import { listPublicKeys } from "@/lib/webhooks";

export const dynamic = "force-dynamic";

/** The public keys that an endpoint's Ed25519 signatures verify with: for whoever asks, and kept for five minutes. */
export async function GET(_request: Request, { params }: { params: Promise<{ endpoint: string }> }) {
  const keys = await listPublicKeys((await params).endpoint);
  if (keys.length === 0) return Response.json({ message: "There are no keys here." }, { status: 404 });
  return Response.json(
    { keys },
    { headers: { "content-type": "application/jwk-set+json", "cache-control": "public, max-age=300" } },
  );
}
