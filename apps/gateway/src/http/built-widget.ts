import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Where the chat's loader and panel are, once they are built (`apps/widget`). */
const folder = path.resolve(import.meta.dirname, "../../../widget/dist");

export type BuiltFile = { type: string; plain: Buffer; br: Buffer; gzip: Buffer };
type Manifest = Record<string, { file: string; css?: string[]; isEntry?: boolean }>;

const types: Record<string, string> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };

/** So many packed files are held: the chat's own are a dozen, and each widget's loader is one. */
const mostHeld = 1000;

/** Packed once, as small as they get: they are few, and every visitor of every shop fetches them. */
function pack(content: Buffer, type: string): BuiltFile {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return { type, plain: content, br: brotliCompressSync(content, { params }), gzip: gzipSync(content, { level: 9 }) };
}

/**
 * The built files of the chat, read when they are first asked for; null where they are not there. Only names that the build
 * made are looked for.
 */
export function builtWidget() {
  const held = new Map<string, BuiltFile>();
  /** `before`: what stands before the file's own text. */
  const read = (file: string, before = ""): BuiltFile | null => {
    const name = `${before}${file}`;
    const known = held.get(name);
    if (known) return known;
    const type = types[path.extname(file)];
    if (!type) return null;
    try {
      const made = pack(Buffer.concat([Buffer.from(before), readFileSync(path.join(folder, file))]), type);
      if (held.size >= mostHeld) held.clear();
      held.set(name, made);
      return made;
    } catch {
      return null;
    }
  };
  return {
    /** A script for a shop's own page. */
    onPage: (name: "loader" | "offers" | "intercom" | "chatwoot", before = ""): BuiltFile | null => read(`page/${name}.js`, before),
    /** A part of the panel, by the name the build gave it: it changes with its content. */
    asset: (name: string): BuiltFile | null => (/^[\w-]+\.(js|css)$/.test(name) ? read(`panel/assets/${name}`) : null),
    /** What the panel's document links to; null: it is not built. */
    entry(): { script: string; styles: string[] } | null {
      try {
        const manifest = JSON.parse(readFileSync(path.join(folder, "panel/manifest.json"), "utf8")) as Manifest;
        const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
        return entry ? { script: entry.file, styles: entry.css ?? [] } : null;
      } catch {
        return null;
      }
    },
  };
}
