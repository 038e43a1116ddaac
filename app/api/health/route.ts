export const dynamic = "force-dynamic";

/** 200 while the database is reached and the engine alive, else 503: for load balancers and for people. */
export async function GET(): Promise<Response> {
  // Imported when asked: the settings it reads are not there while the app is built.
  const { getHealth } = await import("@/lib/runtime");
  const health = await getHealth();
  return Response.json(health, {
    status: health.healthy ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
