import { recordAudit, requireManager, type Ctx } from "@/lib/identity";
import { conflict, notFound } from "@/lib/platform/errors";
import { db } from "@/lib/platform/db";
import { transaction } from "@/lib/platform/transaction";
import type { EndpointListItem } from "./shapes";
import { endPause } from "../delivery/end-pause";
import { vetUrl } from "../http/vet-url";
import { requireReason } from "../require-reason";
import { switchEd25519 } from "../signing/switch-ed25519";
import { CreateEndpointInput } from "./create-endpoint-input";
import { describeChange } from "./describe-settings";
import { parseFields, urlIsTaken } from "./endpoint-fields";
import { getEndpoint } from "./get-endpoint";
import { lockEndpoint } from "./lock-endpoint";
import { settingsColumns } from "./settings-columns";
import { settleWork } from "./settle-work";

export type UpdateEndpointInput = CreateEndpointInput & {
  id: string;
  /** The `version` that the form was opened with; absent: whatever it is now. */
  version?: string | undefined;
  reason?: string | undefined;
};

/**
 * Changes what is given of an endpoint; its description and settings stay where they are absent. It holds from the next attempt on: what
 * waits goes to the new URL with the new headers and signatures, in the new order and at the new rate; waiting deliveries of
 * what is no longer wanted are canceled when their turn comes. Throws `invalid` naming the property, `conflict` on `url` when
 * the store has this URL already, and on `version` when somebody else has changed the endpoint since.
 */
export async function updateEndpoint(ctx: Ctx, input: UpdateEndpointInput): Promise<EndpointListItem> {
  requireManager(ctx);
  const reason = requireReason(ctx, input.reason);
  const {
    name,
    description,
    url: entered,
    eventTypes,
    ...settings
  } = parseFields(CreateEndpointInput, input);
  const before = await (ctx.tx ?? db()).endpoint.findFirst({
    where: { storeId: ctx.storeId, id: input.id, deletedAt: null },
  });
  if (!before) throw notFound("The endpoint");
  // Only a new one: a name that does not resolve today must not stop a change of the event types.
  const { url, normalizedUrl } = entered === before.url ? before : await vetUrl(entered);
  try {
    return await transaction(ctx.tx, async (tx) => {
      const endpoint = await lockEndpoint(tx, ctx, input.id);
      if (input.version !== undefined && input.version !== endpoint.updatedAt.toISOString()) throw isStale();
      const { id } = endpoint;
      const { signsEd25519 = endpoint.signsEd25519, cap } = settings;
      const work = await tx.endpointWork.findUniqueOrThrow({ where: { endpointId: id } });
      if (cap !== undefined) await tx.endpointWork.update({ where: { endpointId: id }, data: { cap } });
      await switchEd25519(tx, endpoint, signsEd25519);
      const columns = settingsColumns(endpoint, settings);
      const changed = await tx.endpoint.update({
        where: { id },
        data: { name, description, url, normalizedUrl, eventTypes, ...columns },
      });
      if (url !== endpoint.url) await endPause(tx, id);
      await settleWork(tx, endpoint);
      const detail = describeChange({ ...endpoint, cap: work.cap }, { ...changed, cap: cap ?? work.cap });
      await recordAudit(tx, ctx, { action: "endpoint.updated", targetId: id, reason, detail });
      return getEndpoint({ ...ctx, tx }, id);
    });
  } catch (error) {
    throw urlIsTaken(error);
  }
}

function isStale() {
  const message =
    "Somebody else has changed this endpoint since you opened it. Reload to see it as it is now.";
  return conflict(message, { fields: [{ property: "version", messages: [message] }] });
}
