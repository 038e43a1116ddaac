import { currentMember } from "@/app/(portal)/member";
import { eventSchema, eventTypes, operationalTypes } from "@/lib/events";

/** The JSON Schema of an event type, to generate types or check bodies with. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/s/[store]/catalogue/[type]/schema">,
): Promise<Response> {
  const { store: slug, type: asked } = await params;
  await currentMember(slug);
  const type = [...eventTypes, ...operationalTypes].find((one) => one === asked);
  if (!type) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(eventSchema(type), null, 2)}\n`, {
    headers: {
      "content-type": "application/schema+json",
      "content-disposition": `attachment; filename="${type}.schema.json"`,
    },
  });
}
