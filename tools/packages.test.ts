import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { publint } from "publint";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPackages, published } from "./build-packages.ts";

const root = path.join(import.meta.dirname, "..");

beforeAll(buildPackages, 60_000);

describe.each(published)("%s as it is published", (folder) => {
  const at = path.join(root, folder);
  const manifest = JSON.parse(readFileSync(path.join(at, "package.json"), "utf8")) as { name: string; private?: boolean; dependencies?: object };

  it("has nothing that publint finds wrong", async () => {
    const files = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: at, encoding: "utf8" });
    const packed = (JSON.parse(files) as { files: { path: string }[] }[])[0]?.files.map((file) => file.path) ?? [];
    expect(packed).toEqual(expect.arrayContaining(["LICENSE", "README.md", "dist/index.js", "dist/index.d.ts", "package.json", "src/index.ts"]));
    expect(packed.filter((file) => /test|tsconfig/.test(file))).toEqual([]);
    const { messages } = await publint({
      pkgDir: "package",
      pack: { files: packed.map((file) => ({ name: `package/${file}`, data: readFileSync(path.join(at, file)) })) },
      strict: true,
    });
    expect(messages).toEqual([]);
    expect(manifest.private).toBeUndefined();
  });

  it("is no more than 2 kB, packed", () => {
    const built = path.join(at, "dist");
    const scripts = readdirSync(built).filter((file) => file.endsWith(".js"));
    const bytes = brotliCompressSync(Buffer.concat(scripts.map((file) => readFileSync(path.join(built, file))))).length;
    expect(bytes).toBeLessThanOrEqual(2000);
  });
});

it("does nothing on a server, and says so by answering", () => {
  const program = `
    import { createElement } from "react";
    import { loadOnethread, onethread } from "@onethread/widget";
    import { useUnread, useWidget, Widget } from "@onethread/widget-react";
    const chat = loadOnethread({ host: "https://desk.example", key: "wgt_1" });
    chat.open();
    chat.on("unread", () => {})();
    await Promise.all([chat.identify({ jwt: "x" }), chat.send("Hello"), chat.shutdown()]);
    chat.destroy();
    console.log(chat === onethread, typeof useUnread, typeof useWidget, typeof createElement(Widget, { host: "h", widgetKey: "k" }));`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: path.join(root, "packages/widget-react"),
    encoding: "utf8",
  });
  expect(said.trim()).toBe("true function function object");
});
