// Builds what browsers load of the chat into `dist`.
import { rmSync } from "node:fs";
import { build } from "vite";

const root = import.meta.dirname;
const shared = { root, configFile: false, logLevel: "warn", publicDir: false };

/** What a visitor sees: a document of our origin in a frame. Only its entry is loaded before it is painted. */
const panel = {
  ...shared,
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "dist/panel",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    rollupOptions: { input: `${root}/src/panel/main.tsx` },
  },
};

/** What runs on a shop's own page, each in one file, whatever else runs there. */
const onPage = (name, entry) => ({
  ...shared,
  resolve: { conditions: ["@onethread/source", "module", "browser", "import", "default"] },
  build: {
    target: "es2022",
    outDir: "dist/page",
    emptyOutDir: false,
    lib: { entry: `${root}/src/${entry}`, formats: ["iife"], name: "OnethreadPage", fileName: () => `${name}.js` },
  },
});

/** A module of its own, which the loader asks for where a shop has offers. */
const offers = {
  ...shared,
  build: {
    target: "es2022",
    outDir: "dist/page",
    emptyOutDir: false,
    modulePreload: false,
    rollupOptions: {
      input: `${root}/src/offers/main.ts`,
      preserveEntrySignatures: "strict",
      output: { format: "es", entryFileNames: "offers.js" },
    },
  },
};

rmSync(`${root}/dist`, { recursive: true, force: true });
await build(panel);
await build(onPage("loader", "loader/main.ts"));
await build(offers);
await build(onPage("intercom", "shims/intercom.ts"));
await build(onPage("chatwoot", "shims/chatwoot.ts"));
