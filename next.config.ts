// How Next builds and serves: our own entry (lib/operate/entry.ts) owns headers, bodies and addresses.
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  typedRoutes: false,
  images: { unoptimized: true }, // its optimizer is not reachable either: the entry answers 404
  serverExternalPackages: [
    "pg",
    "pg-copy-streams",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@node-rs/argon2",
    "pino",
  ],
  typescript: { ignoreBuildErrors: true }, // `npm run check` and `npm test` look at types; a start should not wait for it
  turbopack: { root: import.meta.dirname },
  // A page is read in when it is first asked for: reading in all of them made a third of a start.
  experimental: { serverActions: { bodySizeLimit: "1.5mb" }, preloadEntriesOnStart: false },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
