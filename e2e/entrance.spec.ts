import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { api, readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";

/**
 * The doors that strangers see: sign-in and an invitation on the demo, the first-run set-up on an instance of its own
 * that nobody owns yet. Each without a finding of axe, in light and in dark, filled wrongly too.
 */
const demo = readDemo();
const schemes = ["light", "dark"] as const;

/** The scheme really is the one on the screen, so that dark is not tested in light. */
async function open(page: Page, url: string, scheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.goto(url);
  await expect(page.locator("html")).toHaveAttribute("data-theme", scheme);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

for (const scheme of schemes) {
  test(`sign-in and invitation are accessible in ${scheme}`, async ({ page }) => {
    await open(page, `${demo.consoleUrl}/login`, scheme);
    await expectAccessible(page);
    await page.getByTestId("login-email").fill("nobody@example.com");
    await page.getByTestId("login-password").fill("not the password");
    await page.getByTestId("login-submit").click();
    await expect(page.getByRole("alert").filter({ hasText: /\w/ }).first()).toBeVisible();
    await expectAccessible(page);

    const { url } = await api<{ url: string }>(demo, "POST", "/api/v1/invitations", { email: `axe-${scheme}@example.com`, role: "agent" });
    await open(page, `${demo.consoleUrl}${new URL(url).pathname}`, scheme);
    await expect(page.locator("form")).toBeVisible();
    await expectAccessible(page);
    await open(page, `${demo.consoleUrl}/invite/no-such-invitation`, scheme);
    await expectAccessible(page);
  });
}

test("the first run is accessible in light and dark, and ends signed in", async ({ page }) => {
  test.setTimeout(240_000);
  const fresh = await startFresh();
  try {
    for (const scheme of schemes) {
      await open(page, `${fresh.url}/setup`, scheme);
      await expectAccessible(page);
    }
    await page.locator('input[name="token"]').fill(fresh.token);
    await page.locator('input[name="workspaceName"]').fill("Alder & Wren");
    await page.locator('input[name="name"]').fill("Iris Wren");
    await page.locator('input[name="email"]').fill("iris@example.com");
    await page.locator('input[name="password"]').fill("a long enough password");
    await page.locator('button[type="submit"]').click();
    await page.waitForURL(/\/settings\/channels/);
    await page.goto(`${fresh.url}/setup`);
    await page.waitForURL((url) => !url.pathname.startsWith("/setup"));
  } finally {
    // First the page: it may still be loading from what is taken down.
    await page.close();
    await fresh.stop();
  }
});

/** A whole instance without a demo, on ports and a folder of its own, as somebody starts it for the first time. */
async function startFresh(): Promise<{ url: string; token: string; stop(): Promise<void> }> {
  const home = mkdtempSync(path.join(os.tmpdir(), "onethread-fresh-"));
  const [console, gateway] = [await freePort(), await freePort()];
  const settings = {
    ONETHREAD_HOME: home,
    ONETHREAD_DEMO: "0",
    DATABASE_URL: "",
    REDIS_URL: "",
    PORT: String(console),
    GATEWAY_PORT: String(gateway),
  };
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    cwd: path.join(import.meta.dirname, ".."),
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...settings },
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const token = await tokenOf(child).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: `http://127.0.0.1:${console}`, token, stop };
}

/** What the instance says when it is up. */
function tokenOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const token = /set-up token (\S+)/.exec(said)?.[1];
      if (token) resolve(token);
    });
    child.once("close", () => reject(new Error(`the instance did not come up:\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
