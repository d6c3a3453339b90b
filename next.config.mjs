/** What the operator's commands need beside what the app itself needs; the image holds no other packages. */
const COMMANDS_NEED = ["drizzle-orm", "postgres", "rate-limiter-flexible", "typeid-js", "zod"];

/** For the image: `.next/standalone` with a server and only the files of node_modules that are read at run time. */
const standalone = {
  output: "standalone",
  outputFileTracingIncludes: {
    "/api/health": COMMANDS_NEED.map((name) => `./node_modules/${name}/**/*.{js,cjs,mjs,json}`),
  },
};

/** @type {import("next").NextConfig} */
export default {
  ...(process.env.LADING_STANDALONE === "1" && standalone),
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
