import type {
  Location,
  ProductListItemResponse,
  ProductListVariant,
  StaffMember,
} from "@opencals/storefront-sdk";
import type { Person, Salon, Service, Variant } from "./types";

export function toService({ variants, ...product }: ProductListItemResponse): Service {
  const collection = variants[0]?.collections[0];
  return {
    id: product.productId,
    slug: variants[0]?.slug ?? product.slug,
    picture: toPicture(product.title),
    title: product.title,
    description: product.description,
    collection: collection && { slug: collection.slug, title: collection.title },
    variants: variants.map(toVariant),
  };
}

function toVariant(variant: ProductListVariant): Variant {
  return {
    id: variant.id,
    slug: variant.slug,
    name: variant.variantTitle,
    price: variant.price,
    durationSeconds: variant.duration,
    places: variant.maxAttendees,
    cancelGapSeconds: variant.allowCustomerCancel ? variant.cancelGap : undefined,
    people: variant.staffMembers.map((member) => toPerson(member, member.locations)),
    salons: variant.locations.map(toSalon),
  };
}

const toPerson = (member: StaffMember, locations: { id: string }[]): Person => ({
  id: member.id,
  name: member.firstName,
  salonIds: locations.map(({ id }) => id),
});

export const toSalon = (location: Location): Salon => ({
  id: location.id,
  name: location.title ?? location.slug,
  address: location.displayAddress || location.address || location.addressLine1 || "",
  city: location.city ?? "",
  isOnline: location.type === "online",
});

/** "Cut and blow-dry" is drawn from cut-and-blow-dry. */
export const toPicture = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
