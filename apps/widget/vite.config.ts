import { defineConfig } from "vite";

/** What a visitor sees: a document of our origin in a frame. Only its entry is loaded before it is painted. */
export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "dist/panel",
    emptyOutDir: true,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    rollupOptions: { input: "src/panel/main.tsx" },
  },
});
