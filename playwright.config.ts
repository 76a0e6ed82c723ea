import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./e2e/chromium-path.ts";

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Journeys follow one another. The live stream, which is held for a minute, asks for no page: it goes on beside them.
  workers: 2,
  projects: [
    { name: "journeys", testIgnore: "live-stream.spec.ts", workers: 1 },
    { name: "held", testMatch: "live-stream.spec.ts", workers: 1 },
  ],
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  use: {
    viewport: { width: 1440, height: 900 },
    // Without a film and copies of the page at every step, which cost a tenth of the time: the picture is of the end.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: await chromiumPath(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        // Pictures are made without a graphics card, and without playing one.
        "--disable-gpu-rasterization",
        "--disable-software-rasterizer",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
