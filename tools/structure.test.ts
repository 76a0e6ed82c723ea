import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/** What the house looks like. Each rule is one that a reviewer would otherwise have to remember. */
const root = path.join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
/** What git has or would take: no build output, nothing installed. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(path.join(root, file)));
const sources = files.filter((file) => /^(apps|packages|prisma|scripts|tools|bench|e2e)\/.*\.(ts|tsx|mjs|css)$/.test(file));

describe("sizes and names", () => {
  /** Data or another project's text, not code somebody reads from top to bottom. */
  const notReadAsCode = ["packages/api-client/src/schema.d.ts", "tools/schema-engine.mjs"];

  it("sees the sources", () => expect(sources.length).toBeGreaterThan(350));

  it("keeps every source file at 300 lines or fewer", () => {
    const long = sources
      .filter((file) => !notReadAsCode.includes(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => ({ file, lines: read(file).split("\n").length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it("has no folder or file for leftovers", () => {
    const leftovers = /^(utils?|lib|common|shared|helpers?|types|constants)$/;
    expect(
      sources.filter((file) =>
        file
          .replace(/\.\w+$/, "")
          .split("/")
          .some((part) => leftovers.test(part)),
      ),
    ).toEqual([]);
  });

  it("names files in kebab-case", () => {
    const names = sources.filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(path.basename(file)));
    expect(names).toEqual([]);
  });
});

describe("channels", () => {
  const folder = "packages/channels/src";
  const channels = readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "meta")
    .map((entry) => entry.name);
  const wanted = ["README.md", "check-content.ts", "hand-over-link.ts", "index.ts", "limits.ts", "parse.test.ts", "parse.ts"];
  /** What is called needs them; web chat is carried by the desk itself. */
  const called = ["read-response.ts", "render.ts"];

  it("finds them", () => expect(channels).toEqual(["instagram", "messenger", "webchat", "whatsapp"]));

  it.each(channels)("%s has the files every channel has, and else only parts of them", (channel) => {
    const has = readdirSync(path.join(root, folder, channel));
    expect(has).toEqual(expect.arrayContaining(channel === "webchat" ? wanted : [...wanted, ...called]));
    expect(has.filter((file) => ![...wanted, ...called].includes(file) && !/^((parse|render|check)-[a-z-]+|errors)\.ts$/.test(file))).toEqual([]);
  });
});

describe("verbs", () => {
  const folder = "packages/operations/src";
  const tests = files.filter((file) => file.endsWith(".int.test.ts")).map((file) => ({ file, text: read(file) }));
  const beside = tests.filter(({ file }) => file.startsWith(`${folder}/`));

  /** Not verbs: what they have in common. */
  const parts = ["change-setting", "context", "open-context"];
  /** Verbs without a declared endpoint of their own, by what a test that goes through HTTP must say. */
  const byRequest: Record<string, RegExp> = {
    "answer-once": /idempotency-key/,
    "check-readiness": /\/readyz/,
    "set-up-workspace": /"POST", "\/api\/v1\/setup"/,
    "upload-attachment": /\/api\/v1\/attachments`, \{ method: "POST"/,
    "fetch-media": /fetchMedia\(world\.context\)/,
    "accept-invitation": /"POST", [`"]\/api\/v1\/invitations\/accept/,
  };

  const verbs = [...read(`${folder}/index.ts`).matchAll(/export \{([^}]+)\} from "\.\/([a-z-]+)\.ts"/g)].map(([, names = "", file = ""]) => ({
    file,
    functions: names.split(",").flatMap((name) => name.trim().match(/^[a-z]\w*$/) ?? []),
  }));

  /** Every endpoint that calls one of these functions, as the request a test writes: `"POST", "/api/v1/labels"`. */
  function requestsFor(functions: string[]): RegExp[] {
    const routes = files.filter((file) => /^apps\/gateway\/src\/routes\/[a-z-]+\.ts$/.test(file)).map(read);
    const declarations = routes.flatMap((text) => text.split("endpoint(app, {").slice(1));
    return declarations
      .filter((text) => functions.some((name) => new RegExp(`\\b${name}\\(`).test(text)))
      .map((text) => {
        const method = text.match(/method: "(\w+)"/)?.[1]?.toUpperCase() ?? "";
        const route = text.match(/path: "([^"]+)"/)?.[1] ?? "";
        const written = route
          .replaceAll(/\{\w+\}/g, "\u0000")
          .replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&")
          .replaceAll("\u0000", "\\$\\{[^}]+\\}");
        return new RegExp(`"${method}",\\s*[\`"]${written}[\`"?]`);
      });
  }

  function tested({ file, functions }: { file: string; functions: string[] }): boolean {
    if (beside.some((test) => test.file === `${folder}/${file}.int.test.ts` || test.text.includes(`"./${file}.ts"`))) return true;
    const patterns = [...requestsFor(functions), ...(byRequest[file] ? [byRequest[file]] : [])];
    return patterns.some((pattern) => tests.some((test) => pattern.test(test.text)));
  }

  it("finds them", () => expect(verbs.length).toBeGreaterThan(25));

  it("each has a test on a real database: beside it, or through the API", () => {
    expect(verbs.filter((verb) => !parts.includes(verb.file) && !tested(verb)).map((verb) => verb.file)).toEqual([]);
  });

  it("each file in the folder is a verb or one of the parts that verbs have in common", () => {
    const names = readdirSync(path.join(root, folder)).flatMap((file) => file.match(/^([a-z-]+)\.ts$/)?.[1] ?? []);
    const known = ["index", ...parts, ...verbs.map((verb) => verb.file)];
    expect(names.filter((name) => !known.includes(name) && !name.startsWith("test-"))).toEqual([]);
  });
});

describe("settings", () => {
  /** What `npm start` and docker-compose read themselves. */
  const ofStart = ["HOST", "ONETHREAD_DEMO", "ONETHREAD_HOME", "PORT", "POSTGRES_PASSWORD", "SIMULATOR_PORT"];
  /** Set by `npm start` for its children or by Node's own tools; nobody sets them by hand. */
  const internal = ["NODE_ENV", "ONETHREAD_DEMO_EMAIL", "ONETHREAD_DEMO_PASSWORD"];

  it(".env.example has each key an app reads, and no other", () => {
    const schemas = files.filter((file) => /^apps\/[a-z]+\/src\/env\.ts$|^packages\/core\/src\/settings\.ts$/.test(file));
    const keys = schemas.flatMap((file) => [...read(file).matchAll(/^\s{2}([A-Z][A-Z0-9_]+):/gm)].map(([, key = ""]) => key));
    const wanted = new Set([...keys.filter((key) => !internal.includes(key)), ...ofStart]);
    const given = [...read(".env.example").matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, key = ""]) => key);
    expect(schemas.length).toBeGreaterThanOrEqual(4);
    expect(given.toSorted()).toEqual([...wanted].toSorted());
  });

  it(".env.example holds no secret", () => {
    const values = [...read(".env.example").matchAll(/^#? ?([A-Z][A-Z0-9_]+(?:SECRET|KEYS|TOKEN|PASSWORD)[A-Z_]*)=(.*)$/gm)];
    expect(values.length).toBeGreaterThan(3);
    expect(values.filter(([, , value]) => value !== "").map(([, key]) => key)).toEqual([]);
  });
});

describe("documents", () => {
  const documents = ["docs/ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "docs/runbook.md", "docs/deploy.md", "docs/connect-meta.md"];

  it.each(documents)("%s names only paths that exist", (document) => {
    const text = read(document);
    const paths = [...text.matchAll(/`((?:apps|packages|prisma|docs|scripts|tools|e2e|bench|\.github|\.ci)\/[\w./()[\]-]*)`/g)].map(
      ([, found = ""]) => found,
    );
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, found = ""]) => path.join(path.dirname(document), found));
    const missing = [...paths, ...links].filter((one) => !existsSync(path.join(root, one)));
    expect(missing).toEqual([]);
  });

  it("ARCHITECTURE.md is short, and names most rooms", () => {
    const text = read("docs/ARCHITECTURE.md");
    expect(text.split("\n").length).toBeLessThanOrEqual(200);
    const rooms = ["apps", "packages"].flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`));
    expect(rooms.filter((room) => !text.includes(room))).toEqual([]);
  });

  it("decisions are numbered without a gap and have the four parts", () => {
    const decisions = readdirSync(path.join(root, "docs/decisions")).toSorted();
    expect(decisions.map((file) => Number(file.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
    for (const file of decisions) {
      const text = read(`docs/decisions/${file}`);
      expect(
        ["## Context", "## Decision", "## Consequences", "## Status"].filter((part) => !text.includes(part)),
        file,
      ).toEqual([]);
    }
  });
});

describe("versions", () => {
  /** The lowest that is free of the holes known in November 2026; the reasons are in SECURITY.md. */
  const minimum: Record<string, string> = {
    next: "16.4.1",
    react: "19.2.6",
    "react-dom": "19.2.6",
    "better-auth": "1.7.16",
    bullmq: "6.3.0",
  };
  const lockfile = read("pnpm-lock.yaml");

  const isAtLeast = (version: string, least: string): boolean => {
    const [a, b] = [version, least].map((text) => text.split(".").map(Number));
    const index = [0, 1, 2].find((part) => a?.[part] !== b?.[part]);
    return index === undefined || (a?.[index] ?? 0) > (b?.[index] ?? 0);
  };

  it.each(Object.entries(minimum))("%s is at least %s, wherever it is locked", (name, least) => {
    const locked = [...lockfile.matchAll(new RegExp(`^  '?${name}@(\\d+\\.\\d+\\.\\d+)'?:`, "gm"))].map(([, version = ""]) => version);
    expect(locked.length).toBeGreaterThan(0);
    expect(locked.filter((version) => !isAtLeast(version, least))).toEqual([]);
  });

  it("pins every dependency exactly", () => {
    const manifests = files.filter((file) => file === "package.json" || /^(apps|packages)\/[a-z-]+\/package\.json$/.test(file));
    const loose = manifests.flatMap((file) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file)) as Record<string, Record<string, string>>;
      const all = Object.entries({ ...dependencies, ...devDependencies });
      return all.filter(([, version]) => !/^(workspace:\*|\d+\.\d+\.\d+\S*)$/.test(version)).map(([name]) => `${file}: ${name}`);
    });
    expect(loose).toEqual([]);
  });

  it("takes everything from the registry, with its checksum", () => {
    const entries = [...lockfile.matchAll(/resolution: \{([^}]*)\}/g)].map(([, text = ""]) => text);
    expect(entries.length).toBeGreaterThan(300);
    expect(entries.filter((text) => !text.includes("integrity: sha512-") || text.includes("tarball: "))).toEqual([]);
  });
});

describe("journeys", () => {
  it("all use the test that watches their pages", () => {
    const journeys = files.filter((file) => /^e2e\/.*\.spec\.ts$/.test(file));
    expect(journeys.length).toBeGreaterThan(20);
    expect(journeys.filter((file) => !read(file).includes('import { test } from "./desk-test.ts";'))).toEqual([]);
  });
});

describe("tables", () => {
  const sql = files
    .filter((file) => /^prisma\/migrations\/.*\.sql$/.test(file))
    .map(read)
    .join("\n");
  const tables = [...sql.matchAll(/CREATE TABLE "(\w+)" \(([\s\S]*?)\n\);/g)].map(([, name = "", body = ""]) => ({ name, body }));
  /** Names in the list of a loop, or in a statement of its own. */
  const withPolicy = new Set([
    ...[...sql.matchAll(/FOREACH name IN ARRAY ARRAY\[([\s\S]*?)\] LOOP\s+EXECUTE format\('ALTER TABLE %I ENABLE ROW LEVEL SECURITY'/g)].flatMap(
      ([, list = ""]) => [...list.matchAll(/'(\w+)'/g)].map(([, name = ""]) => name),
    ),
    ...[...sql.matchAll(/ALTER TABLE "?(\w+)"? ENABLE ROW LEVEL SECURITY/g)].map(([, name = ""]) => name),
  ]);
  const withoutWorkspace = [
    "workspaces",
    "users",
    "sessions",
    "sign_in_methods",
    "verifications",
    "rate_limits",
    "webhook_events",
    "webhook_knocks",
    "second_factors",
    "recovery_codes",
    "search_progress",
    "traffic_mark",
  ];

  it("each belongs to a workspace and is closed by row-level security, or is on the list of those that are not", () => {
    expect(tables.length).toBeGreaterThan(20);
    const owned = tables.filter(({ body }) => body.includes('"workspace_id" UUID NOT NULL')).map(({ name }) => name);
    const others = tables.map(({ name }) => name).filter((name) => !owned.includes(name));
    expect(owned.filter((name) => !withPolicy.has(name))).toEqual([]);
    expect(others.toSorted()).toEqual(withoutWorkspace.toSorted());
  });

  it("each key of a workspace's table starts with the workspace", () => {
    const owned = tables.filter(({ body }) => body.includes('"workspace_id" UUID NOT NULL'));
    expect(owned.filter(({ body }) => !/PRIMARY KEY \("workspace_id"/.test(body)).map(({ name }) => name)).toEqual([]);
  });
});
