import path from "node:path";
import type { NextConfig } from "next";

const root = path.join(import.meta.dirname, "../..");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: root,
  // What next-intl's plugin would set; the plugin looks for the file below the working directory, which may be any.
  turbopack: { root, resolveAlias: { "next-intl/config": "./src/i18n/request.ts" } },
  transpilePackages: ["@onethread/core", "@onethread/api-client"],
  images: { unoptimized: true },
};

export default config;
