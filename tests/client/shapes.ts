import * as sdk from "@opencals/storefront-sdk";

type OfficialSchema = {
  safeParse(value: unknown): {
    success: boolean;
    error?: { issues: { path: (string | number)[]; message: string }[] };
  };
};

/** The official client's own schema of what an operation answers: "product.getBySlug" → zProductGetBySlugResponse. */
export function officialShape(operation: string): OfficialSchema | undefined {
  const name = operation.replace(/(?:^|\.)(.)/g, (_, letter: string) => letter.toUpperCase());
  return (sdk as unknown as Record<string, OfficialSchema | undefined>)[`z${name}Response`];
}
