import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { newId, newTypeId } from "@/lib/platform/ids";
import { encryptSecret } from "@/lib/platform/secrets";
import { transaction } from "@/lib/platform/transaction";
import type { EndpointListItem } from "../shapes";
import { vetUrl } from "../http/vet-url";
import { refuseSupport } from "../secrets/refuse-support";
import { newSecret } from "../signing/new-secret";
import { CreateEndpointInput } from "./create-endpoint-input";
import { parseFields, urlIsTaken } from "./endpoint-fields";
import { getEndpoint } from "./get-endpoint";

/**
 * Adds a URL that wants events. The secret is returned this once. Throws `invalid` naming the property, `conflict` on `url`
 * when the store has this URL already, `forbidden` for viewers and support.
 */
export async function createEndpoint(
  ctx: Ctx,
  input: CreateEndpointInput,
): Promise<{ endpoint: EndpointListItem; secret: string }> {
  requireManager(ctx);
  refuseSupport(ctx);
  const { name, url: entered, eventTypes } = parseFields(CreateEndpointInput, input);
  const { url, normalizedUrl } = await vetUrl(entered);
  const { storeId } = ctx;
  const id = newTypeId("ep");
  const secretId = newId();
  const secret = newSecret();
  try {
    return await transaction(ctx.tx, async (tx) => {
      await tx.endpoint.create({
        data: {
          id,
          storeId,
          name,
          url,
          normalizedUrl,
          eventTypes,
          work: { create: {} },
          secrets: { create: { id: secretId, ciphertext: encryptSecret(secret, secretId) } },
        },
      });
      const detail = { name, url, eventTypes: eventTypes.join(" ") || "all" };
      await recordAudit(tx, ctx, { action: "endpoint.created", targetId: id, detail });
      return { endpoint: await getEndpoint({ ...ctx, tx }, id), secret };
    });
  } catch (error) {
    throw urlIsTaken(error);
  }
}
