import { existsSync } from "node:fs";

/** An explicit browser, the machine's own, or the one that comes inside an npm package and needs no installation. */
export async function chromiumPath(): Promise<string> {
  for (const candidate of [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"]) {
    if (candidate && existsSync(candidate)) return candidate;
  }
  // Makes the package also unpack the system libraries a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
}
