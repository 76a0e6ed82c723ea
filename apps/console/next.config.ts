import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import type { NextConfig } from "next";

const root = path.join(import.meta.dirname, "../..");

const require = createRequire(import.meta.url);
/** Formats texts that come compiled (src/i18n/compile-messages.ts): a third of the code that would also read ICU's syntax. */
const formatOnly = createRequire(require.resolve("next-intl")).resolve("use-intl/format-message/format-only");

/** One name per build, for all the processes that a build is made by. */
process.env.ONETHREAD_BUILD ??= randomUUID();

const config: NextConfig = {
  // Written into the code of the server and of the browser, so that a tab finds out when another build is served.
  env: { ONETHREAD_BUILD: process.env.ONETHREAD_BUILD },
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: root,
  // What next-intl's plugin would set; the plugin looks for the file below the working directory, which may be any.
  turbopack: {
    root,
    resolveAlias: {
      "next-intl/config": "./src/i18n/request.ts",
      "use-intl/format-message": `./${path.relative(import.meta.dirname, formatOnly).replaceAll(path.sep, "/")}`,
    },
  },
  transpilePackages: ["@onethread/core", "@onethread/api-client"],
  images: { unoptimized: true },
};

export default config;
