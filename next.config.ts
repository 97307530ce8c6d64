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
  experimental: { serverActions: { bodySizeLimit: "1.5mb" } },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
