import { listBookables } from "@/lib/booking";
import type { Ctx } from "@/lib/identity";
import { DomainError } from "@/lib/platform/errors";
import type { EndpointSettings } from "@/lib/webhooks/contract";

type Ids = Pick<EndpointSettings, "locationIds" | "productIds" | "staffMemberIds">;
export type NarrowingChoice = { id: string; name: string };
/** What an endpoint can be narrowed to, by the setting's name. */
export type NarrowingChoices = Record<keyof Ids, NarrowingChoice[]>;

/** All that the store offers now, and what was `chosen` before and is offered no more. */
export async function readNarrowing(ctx: Ctx, chosen?: Ids): Promise<NarrowingChoices> {
  const { locations, products, staff } = await listBookables(ctx);
  const offered: NarrowingChoices = {
    locationIds: locations.map(({ id, title }) => ({ id, name: title })),
    productIds: products.map(({ id, title }) => ({ id, name: title })),
    staffMemberIds: staff,
  };
  const withGone = (key: keyof Ids) => [
    ...offered[key],
    ...(chosen?.[key] ?? [])
      .filter((id) => !offered[key].some((one) => one.id === id))
      .map((id) => ({ id, name: "No longer offered" })),
  ];
  return {
    locationIds: withGone("locationIds"),
    productIds: withGone("productIds"),
    staffMemberIds: withGone("staffMemberIds"),
  };
}

const words: Record<keyof Ids, string> = {
  locationIds: "location",
  productIds: "product",
  staffMemberIds: "staff member",
};

/** Webhooks know no catalogue: what they are narrowed to is judged here. Throws `invalid` naming each id that is unknown. */
export function refuseUnknown(asked: Ids, choices: NarrowingChoices): void {
  const unknown = (Object.keys(words) as (keyof Ids)[]).flatMap((key) =>
    asked[key]
      .filter((id) => !choices[key].some((choice) => choice.id === id))
      .map((id) => ({ property: key, messages: [`This store has no ${words[key]} ${id}.`] })),
  );
  const [first] = unknown;
  if (first) throw new DomainError("invalid", first.messages[0] ?? "", { fields: unknown });
}
