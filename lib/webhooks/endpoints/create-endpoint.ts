import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import type { Tx } from "@/lib/platform/db";
import { conflict } from "@/lib/platform/errors";
import { newId, newTypeId } from "@/lib/platform/ids";
import { encryptSecret } from "@/lib/platform/secrets";
import { transaction } from "@/lib/platform/transaction";
import { endpointsMax, type EndpointListItem } from "./shapes";
import { vetUrl } from "../http/vet-url";
import { refuseSupport } from "../secrets/refuse-support";
import { newSecret } from "../signing/new-secret";
import { switchEd25519 } from "../signing/switch-ed25519";
import { CreateEndpointInput } from "./create-endpoint-input";
import { describeChange } from "./describe-settings";
import { parseFields, urlIsTaken } from "./endpoint-fields";
import { getEndpoint } from "./get-endpoint";
import { settingsColumns } from "./settings-columns";
import { usualSettings } from "./usual-settings";

/**
 * Adds a URL that wants events. The secret is returned this once. Throws `invalid` naming the property, `conflict` on `url`
 * when the store has this URL already or as many endpoints as it may have, `forbidden` for viewers and support.
 */
export async function createEndpoint(
  ctx: Ctx,
  input: CreateEndpointInput,
): Promise<{ endpoint: EndpointListItem; secret: string }> {
  requireManager(ctx);
  refuseSupport(ctx);
  const {
    name,
    description,
    url: entered,
    eventTypes,
    ...settings
  } = parseFields(CreateEndpointInput, input);
  const { url, normalizedUrl } = await vetUrl(entered);
  const { storeId } = ctx;
  const id = newTypeId("ep");
  const columns = settingsColumns({ id, customHeaders: null }, settings);
  const secretId = newId();
  const secret = newSecret();
  try {
    return await transaction(ctx.tx, async (tx) => {
      await refuseTooMany(tx, storeId);
      const endpoint = await tx.endpoint.create({
        data: {
          id,
          storeId,
          name,
          description,
          url,
          normalizedUrl,
          eventTypes,
          ...columns,
          work: { create: { cap: settings.cap } },
          secrets: { create: { id: secretId, ciphertext: encryptSecret(secret, secretId) } },
        },
      });
      await switchEd25519(tx, endpoint, settings.signsEd25519 ?? false);
      const { changed: _, ...unusual } = describeChange(
        { ...endpoint, ...usualSettings, description: "", customHeaders: null },
        { ...endpoint, cap: settings.cap ?? usualSettings.cap, signsEd25519: settings.signsEd25519 ?? false },
      );
      const detail = { ...unusual, url, eventTypes: eventTypes.join(" ") || "all" };
      await recordAudit(tx, ctx, { action: "endpoint.created", targetId: id, detail });
      return { endpoint: await getEndpoint({ ...ctx, tx }, id), secret };
    });
  } catch (error) {
    throw urlIsTaken(error);
  }
}

/** The store's row is the lock: two who add the last one at once are one too many. */
async function refuseTooMany(tx: Tx, storeId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM store WHERE id = ${storeId}::uuid FOR NO KEY UPDATE`;
  const count = await tx.endpoint.count({ where: { storeId, deletedAt: null } });
  if (count < endpointsMax) return;
  const message = `This store has ${endpointsMax} endpoints, which is the most. Delete one that you no longer need.`;
  throw conflict(message, { fields: [{ property: "url", messages: [message] }] });
}
