import { Stop } from "./say.ts";

/** Waits until an address answers with success. */
export async function waitUntilUp(name: string, url: string, logFile: string, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const ok = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(3000) }).then(
      (response) => response.status < 400,
      () => false,
    );
    if (ok) return;
    if (Date.now() > end) throw new Stop(`The ${name} does not answer at ${url}. Its log: ${logFile}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
