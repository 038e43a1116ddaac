import { createApiKey, findStoreBySlug, listApiKeys, revokeApiKey, systemCtx } from "@/lib/identity";
import { notFound } from "@/lib/platform/errors";
import { runCommand } from "./people/run-command";

const usage = `npm run storefront-key -- --store odile                              lists its keys
npm run storefront-key -- --store odile --add "Booking site" [--origin https://book.odile.example …]
npm run storefront-key -- --store odile --revoke <id>`;

/** Makes, revokes, and then lists the storefront keys of a store. A new key is shown once. */
await runCommand(
  {
    usage,
    options: {
      store: { type: "string", default: "" },
      add: { type: "string" },
      origin: { type: "string", multiple: true, default: [] },
      revoke: { type: "string" },
    },
    flags: { name: "--add", allowedOrigins: "--origin", id: "--revoke" },
  },
  async ({ store: slug, add, origin, revoke }) => {
    const store = await findStoreBySlug(slug);
    if (!store) throw notFound(`The store "${slug}" of --store`);
    const ctx = systemCtx(store.id, "operator");
    if (revoke !== undefined) await revokeApiKey(ctx, { id: revoke });
    if (add !== undefined) {
      const { key } = await createApiKey(ctx, { name: add, allowedOrigins: origin });
      console.log(`Storefront key  ${key}\nIt is not shown again.\n`);
    }
    for (const { id, name, hint, allowedOrigins, createdAt, revokedAt } of await listApiKeys(ctx)) {
      const origins = allowedOrigins.join(" ") || "any origin";
      const life = revokedAt ? `revoked ${revokedAt}` : `since ${createdAt}`;
      console.log([id, `…${hint}`, name, origins, life].join("  "));
    }
  },
);
