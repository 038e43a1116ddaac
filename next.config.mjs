import createMDX from "@next/mdx";

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  pageExtensions: ["ts", "tsx", "mdx"],
  // Next adds its build folder to the tsconfig it is given; `npm run verify` checks types, by the ordinary one.
  typescript: { tsconfigPath: "tsconfig.next.json", ignoreBuildErrors: true },
  reactStrictMode: true,
  // Titles wait for nothing here. Streamed in after the page, they would leave it without one for a moment at each link.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    "@node-rs/argon2",
    "@react-email/components",
    "@react-email/render",
    "graphile-worker",
    "nodemailer",
    "pg",
    "pino",
  ],
  // The test provider's page takes its decision at its own address: a page cannot answer a POST, the route beside it can.
  rewrites: async () => ({
    beforeFiles: [
      // A browser that asks before it has read the page's head.
      { source: "/favicon.ico", destination: "/icon.svg" },
      {
        source: "/pay/:paymentId",
        has: [{ type: "header", key: "content-type", value: "application/x-www-form-urlencoded.*" }],
        destination: "/pay/:paymentId/decision",
      },
    ],
  }),
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "permissions-policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
  ],
};

// Names, not functions: Turbopack hands them to a process of its own.
const withGuides = createMDX({ options: { remarkPlugins: ["remark-gfm"], rehypePlugins: ["rehype-slug"] } });

export default withGuides(config);
