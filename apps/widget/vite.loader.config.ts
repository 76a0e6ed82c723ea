import { defineConfig } from "vite";

/** The script that shops put on their pages: one file, whatever else runs there. */
export default defineConfig({
  build: {
    target: "es2022",
    outDir: "dist/loader",
    emptyOutDir: true,
    lib: { entry: "src/loader/main.ts", formats: ["iife"], name: "OnethreadLoader", fileName: () => "loader.js" },
  },
});
