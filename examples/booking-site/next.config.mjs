/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles wait for nothing here. Streamed in after the page, they would leave it without one for a moment at each link.
  htmlLimitedBots: /.*/,
  // Next writes its build folder into the tsconfig it is given; types are checked by the ordinary one.
  typescript: { tsconfigPath: "tsconfig.next.json", ignoreBuildErrors: true },
  // A payment provider sends the customer back to the address that the store has for its website.
  redirects: async () => [
    {
      source: "/",
      has: [{ type: "query", key: "payment_intent" }],
      destination: "/checkout/return",
      permanent: false,
    },
  ],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "x-frame-options", value: "DENY" },
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "permissions-policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
  ],
};

export default config;
