import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { operations } from "@/lib/storefront";

const documentation = readFileSync("docs/storefront-api.md", "utf8");
const access = { key: "key", "optional-customer": "guest", customer: "customer" };

test.each(operations.map((operation) => [operation.name, operation]))(
  "docs/storefront-api.md tells of %s",
  (_, { method, path, access: needed, summary }) => {
    expect(documentation).toContain(`| ${method} \`${path}\` | ${access[needed]} | ${summary} |`);
  },
);
