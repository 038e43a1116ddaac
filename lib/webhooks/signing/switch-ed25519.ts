import { policyNow } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import type { EndpointRow } from "../endpoints/lock-endpoint";
import { overlapHoursDefault } from "../secrets/shapes";
import { addKey } from "./add-key";
import { endKeys } from "./end-keys";

/**
 * Has a locked endpoint's deliveries signed by Ed25519 too, or no more. On makes a key where none lasts; off ends the
 * signing at once, and leaves the public key published for a day, for what was received just before.
 */
export async function switchEd25519(tx: Tx, endpoint: EndpointRow, isOn: boolean): Promise<void> {
  if (endpoint.signsEd25519 === isOn) return;
  const now = await policyNow(tx);
  if (isOn) await addKey(tx, endpoint, now);
  else await endKeys(tx, endpoint, now, new Date(now.getTime() + overlapHoursDefault * 3_600_000));
  await tx.endpoint.update({ where: { id: endpoint.id }, data: { signsEd25519: isOn } });
}
