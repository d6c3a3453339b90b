/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start on a user's machine need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "postgres", "@node-rs/argon2", "flydrive", "@cantoo/pdf-lib"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "SAMEORIGIN" },
        { key: "Referrer-Policy", value: "same-origin" },
      ],
    },
    // Their address is a one-time secret: it goes to no other site and stays in no cache.
    ...["/invitation/:token", "/reset-password/:token"].map((source) => ({
      source,
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "no-store" },
      ],
    })),
  ],
};
