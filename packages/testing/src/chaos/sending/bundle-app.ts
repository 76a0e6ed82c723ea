import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const root = path.join(import.meta.dirname, "../../../../..");

/** Packages from npm are loaded from where they lie, as whoever imports them sees them. */
const leaveOut: Plugin = {
  name: "leave-out",
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^[^./#]/ }, async ({ path: name, pluginData, ...from }) => {
      if (pluginData === "asked" || name.startsWith("@onethread/") || name.startsWith("node:") || path.isAbsolute(name)) return;
      const found = await resolve(name, { kind: from.kind, importer: from.importer, resolveDir: from.resolveDir, pluginData: "asked" });
      return found.path.startsWith("/") ? { path: pathToFileURL(found.path).href, external: true } : { path: name, external: true };
    });
  },
};

/** What a file says of its own place stays true. */
const keepPlaces: Plugin = {
  name: "keep-places",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/(apps|packages)\/[^/]+\/src\/.*\.ts$/ }, ({ path: file }) => ({
      loader: "ts",
      contents: readFileSync(file, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href))
        .replaceAll("import.meta.dirname", JSON.stringify(path.dirname(file))),
    }));
  },
};

/**
 * An app in one file, with failpoints in it. It starts in a second, where reading some hundred files takes several: what
 * is killed at every await is started as often.
 */
export async function bundleApp(app: "worker" | "gateway", folder: string): Promise<string> {
  const outfile = path.join(folder, `${app}.mjs`);
  await build({
    entryPoints: [path.join(root, `apps/${app}/src/main.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["chaos"],
    plugins: [leaveOut, keepPlaces],
    logLevel: "silent",
  });
  return outfile;
}
