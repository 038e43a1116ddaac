import { createStore } from "@/lib/identity";
import { env } from "@/lib/platform/env";
import { choosePassword } from "./people/choose-password";
import { runCommand } from "./people/run-command";

const usage = `npm run create-store -- --name Odile --slug odile --currency EUR --timezone Europe/Brussels \\
  --owner ines@odile.example --owner-name "Ines Claes" [--password-stdin]`;

const text = { type: "string", default: "" } as const;

/** Makes a store, its owner and its storefront key, and shows once what is kept as a hash only. */
await runCommand(
  {
    usage,
    options: {
      name: text,
      slug: text,
      currency: text,
      timezone: text,
      owner: text,
      "owner-name": text,
      "password-stdin": { type: "boolean", default: false },
    },
    flags: {
      name: "--name",
      slug: "--slug",
      currency: "--currency",
      timezone: "--timezone",
      "owner.email": "--owner",
      "owner.name": "--owner-name",
      "owner.password": "--password-stdin",
    },
  },
  async ({ owner, "owner-name": ownerName, "password-stdin": fromStdin, ...store }) => {
    const password = await choosePassword(fromStdin);
    const person = { email: owner, name: ownerName, password };
    const { slug, ownerIsNew, storefrontKey } = await createStore({ ...store, owner: person });
    console.log(`Made the store ${store.name}: ${env().APP_URL}/s/${slug}`);
    if (!ownerIsNew)
      console.log(`Owner           ${owner}, who has an account already and keeps its password`);
    else console.log(`Owner           ${owner}${fromStdin ? "" : `, password ${password}`}`);
    console.log(`Storefront key  ${storefrontKey}`);
    const isShown = ownerIsNew && !fromStdin;
    console.log(isShown ? "Neither is shown again." : "The key is not shown again.");
  },
);
