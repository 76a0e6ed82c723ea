import path from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./e2e/chromium-path.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // The journeys on one installation follow one another; where there are several installations, each goes its own way.
  workers: (process.env.ONETHREAD_DEMO_FILE ?? "").split(path.delimiter).length,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  use: {
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: await chromiumPath(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
