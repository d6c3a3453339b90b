/**
 * The packages of what runs beside the app from its sources: the operator's commands, and the process that reads
 * people's files. `scripts/image-contents.test.ts` finds what is missing here.
 */
const BESIDE_THE_APP = [
  ...["drizzle-orm", "postgres", "rate-limiter-flexible", "typeid-js", "zod"],
  ...["@cantoo/pdf-lib", "culori", "fflate", "html-entities", "node-html-better-parser", "tslib"],
  ...["sharp", "@img/*", "detect-libc", "semver"],
];

/** For the image: `.next/standalone`, a server with only the files of node_modules that are read at run time. */
const standalone = {
  output: "standalone",
  outputFileTracingIncludes: {
    "/api/health": BESIDE_THE_APP.map((name) => `./node_modules/${name}/**/*.{js,cjs,mjs,json,node,so*}`),
  },
};

const isForImage = process.env.LADING_STANDALONE === "1";

/** @type {import("next").NextConfig} */
export default {
  ...(isForImage && standalone),
  // An image has every page loaded before it takes visitors; a start on a desk waits for none but the one asked for.
  experimental: { preloadEntriesOnStart: isForImage },
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
