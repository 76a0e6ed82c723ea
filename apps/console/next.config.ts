import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const root = path.join(import.meta.dirname, "../..");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: root,
  turbopack: { root },
  transpilePackages: ["@onethread/core", "@onethread/api-client"],
  images: { unoptimized: true },
  // Attachments and webhooks pass through proxy.ts, which holds a copy of the body; 10 MB, the default, cuts them off.
  experimental: { proxyClientMaxBodySize: "110mb" },
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
