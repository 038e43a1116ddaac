import nextTypescript from "eslint-config-next/typescript";
import nextVitals from "eslint-config-next/core-web-vitals";

/** Each lib module and the modules it may import, bottom-up: a line names only lines above it. The table is the architecture. */
const mayImport = {
  platform: [],
  mail: ["platform"],
  identity: ["platform", "mail"],
  events: ["platform", "identity"],
  catalog: ["platform", "identity", "events"],
  booking: ["platform", "identity", "mail", "events", "catalog"],
  webhooks: ["platform", "identity", "mail", "events"],
  rest: ["platform", "identity"],
  storefront: ["platform", "identity", "rest", "events", "catalog", "booking"],
  engine: ["platform"],
  inngest: ["platform", "identity", "mail", "events", "booking", "webhooks"],
  runtime: ["platform", "mail", "identity", "events", "catalog", "booking", "webhooks", "engine", "inngest"],
};
const frameworkFree = ["events", "identity", "catalog", "booking", "webhooks"];

const modules = Object.entries(mayImport).flatMap(([name, allowed]) => {
  const doors = allowed.map((m) => (m === "platform" ? "platform/[^/]+" : `${m}(?:/contract)?`));
  const patterns = [
    { regex: "^@/(app|components|tests)/", message: "lib never imports the layers above it." },
    {
      regex: `^@/lib/(?!(?:${doors.join("|") || "-"})$)`,
      message: `lib/${name} may import only: ${allowed.join(", ") || "nothing"}, through index or contract.`,
    },
    ...(frameworkFree.includes(name)
      ? [{ regex: "^(next|react|inngest)(/|$)", message: "Domain modules stay framework-free." }]
      : []),
  ];
  const rule = (escape) => ({
    "no-restricted-imports": [
      "error",
      { patterns: [...patterns, { regex: escape, message: "Relative imports stay inside the module." }] },
    ],
  });
  return [
    { files: [`lib/${name}/*.{ts,tsx}`], rules: rule("^\\.\\./") },
    { files: [`lib/${name}/*/*.{ts,tsx}`], rules: rule("^(\\.\\./){2}") },
  ];
});

const edges = {
  files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: "^@/lib/platform/(db|transaction|prisma-client)",
            message: "Pages and actions call verbs, never the database.",
          },
          {
            regex: "^@/lib/(?!platform/)[^/]+/(?!contract$)",
            message: "Enter a module by its index or its contract.",
          },
          { regex: "^@/tests/", message: "Tests are not part of the product." },
        ],
      },
    ],
  },
};

const browser = {
  files: ["components/**/*.{ts,tsx}"],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: "^@/lib/platform/(?!format-)",
            message: "Components are drawn in the browser too: take data by props.",
          },
          { regex: "^@/lib/(?!platform/)[^/]+$", message: "Components import a module's contract only." },
          { regex: "^@/(app|tests)/", message: "Components know no page." },
        ],
      },
    ],
  },
};

/** What anybody could have written who knows us only by our documentation. */
const knowsUsByHttp = { regex: "^@/|^(\\.\\./){4,}", message: "Examples know the product over HTTP only." };
const examples = [
  {
    files: ["examples/**/*.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: [knowsUsByHttp] }] },
  },
  {
    files: ["examples/booking-site/**/*.{ts,tsx}"],
    ignores: ["examples/booking-site/lib/storefront/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            knowsUsByHttp,
            {
              regex: "^@opencals/",
              message: "Only lib/storefront knows the client; enter by its index or types.",
            },
            {
              regex: "/storefront/(?!types$|storefront-error$)[^/]+$",
              message: "Enter lib/storefront by its index or its types.",
            },
          ],
        },
      ],
    },
  },
];

const config = [
  ...nextVitals,
  ...nextTypescript,
  ...modules,
  edges,
  browser,
  ...examples,
  {
    rules: {
      "max-lines": ["warn", { max: 300, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  {
    files: ["{lib,app,components}/**/*.{ts,tsx}", "examples/booking-site/**/*.{ts,tsx}"],
    ignores: ["lib/platform/env.ts", "examples/booking-site/lib/env.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "Read settings through lib/platform/env.ts (in the site: lib/env.ts).",
        },
      ],
    },
  },
  {
    ignores: [
      "**/.next*/**",
      ".build/**",
      ".data/**",
      "lib/platform/prisma-client/**",
      "**/next-env.d.ts",
      "test-results/**",
      "playwright-report/**",
    ],
  },
];

export default config;
