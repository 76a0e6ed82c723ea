#!/usr/bin/env node
// Prisma's schema engine without a download: speaks the engine's JSON-RPC over standard input and output, backed by
// the WebAssembly build on npm (@prisma/schema-engine-wasm) and @prisma/adapter-pg. prisma.config.ts points at it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { parse as parseConnectionString } from "pg-connection-string";

const require = createRequire(import.meta.url);
const { datamodels, url, subcommand } = readArguments(process.argv.slice(2));

function readArguments(argv) {
  const read = { datamodels: [], url: undefined, subcommand: undefined };
  for (let i = 0; i < argv.length; i++) {
    const value = argv[i + 1];
    switch (argv[i]) {
      case "--version":
        process.stdout.write("schema-engine-cli wasm\n");
        process.exit(0);
        break;
      case "--datamodels":
        read.datamodels.push(value);
        i++;
        break;
      case "--datasource":
        read.url = JSON.parse(value).url;
        i++;
        break;
      case "cli":
        read.subcommand = value;
        i++;
        break;
      default:
        i++;
    }
  }
  return read;
}

async function withClient(config, work) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(target) {
  const server = new URL(target);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = "/postgres";
  server.search = "";
  await withClient({ connectionString: server.href }, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`),
  );
  return name;
}

async function runSubcommand() {
  try {
    if (subcommand === "create-database") await createDatabase(url);
    else await withClient({ connectionString: url, connectionTimeoutMillis: 5000 }, async () => {});
    process.exit(0);
  } catch (error) {
    const missing = error.code === "3D000";
    const message = missing ? "Database does not exist" : `Can't reach database server: ${error.message}`;
    const fields = { error_code: missing ? "P1003" : "P1001", message };
    process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
    process.exit(1);
  }
}

/** The stock adapter is written for queries. Migrations need four things from it that it lacks. */
function migrationAdapterFactory(schema) {
  const parsed = url ? parseConnectionString(url) : { host: "127.0.0.1", port: 1 };
  const { host, user, password, database, ssl } = parsed;
  const config = { host, port: parsed.port ? Number(parsed.port) : 5432, user, password, database, ssl };

  async function open(name, onDispose) {
    // 1. One session: the advisory lock and SET must hold for everything that follows.
    const pool = new pg.Pool({ ...config, database: name, max: 1, idleTimeoutMillis: 0 });
    const adapter = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect();
    readCharColumns(adapter);
    // 2. A script goes out whole: the adapter would split it at every semicolon, also inside function bodies.
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        adapter.onError(error);
      }
    };
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await onDispose?.();
    };
    return adapter;
  }

  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => open(config.database),
    // 3. The shadow database is really another one: a connection string would win over its name.
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
      await withClient(config, (client) => client.query(`CREATE DATABASE "${name}"`));
      return open(name, () =>
        withClient(config, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)),
      );
    },
  };
}

/** 4. Catalogue columns of type "char" (oid 18) are read as text and reported as characters. */
function readCharColumns(adapter) {
  const { queryRaw, performIO } = adapter;
  adapter.queryRaw = async (query) => {
    const charColumns = [];
    const view = Object.create(adapter, {
      performIO: {
        value: async (inner) => {
          const result = await performIO.call(adapter, inner);
          result.fields.forEach((field, index) => {
            if (field.dataTypeID !== 18) return;
            charColumns.push(index);
            field.dataTypeID = 25;
          });
          return result;
        },
      },
    });
    const answer = await queryRaw.call(view, query);
    for (const index of charColumns) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
}

let panicMessage;
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(message) {
    panicMessage = message;
  },
};

let enginePromise;
function engine() {
  enginePromise ??= (async () => {
    const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bindings = await import(glue);
    const bytes = readFileSync(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
    const schema = url ? (new URL(url).searchParams.get("schema") ?? undefined) : undefined;
    const factory = bindMigrationAwareSqlAdapterFactory(migrationAdapterFactory(schema));
    const models = datamodels.map((file) => [file, readFileSync(file, "utf8")]);
    return bindings.SchemaEngine.new({ datamodels: models.length ? models : undefined }, () => {}, factory);
  })();
  return enginePromise;
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

async function answer(id, method, params) {
  if (method === "createDatabase") return { databaseName: await createDatabase(url) };
  const running = await engine();
  const result = method === "getDatabaseVersion" ? await running.version(params) : await running[method](params);
  if (method === "diff" && result?.stdout != null) {
    send({ id: 1e6 + id, method: "print", params: { content: result.stdout } });
    result.stdout = null;
  }
  return result ?? null;
}

// The CLI exits 0 without a word when its engine dies with a request open. So never die: answer with an error.
// A WebAssembly panic surfaces as an uncaught RuntimeError.
let abort;
for (const event of ["uncaughtException", "unhandledRejection"]) {
  process.on(event, (error) => {
    if (abort) return abort(error);
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
  });
}

async function handle({ id, method, params }) {
  try {
    const failed = new Promise((_, reject) => {
      abort = reject;
    });
    send({ id, result: await Promise.race([answer(id, method, params), failed]) });
  } catch (error) {
    const error_code = /^P\d{4}$/.test(error.code ?? "") ? error.code : undefined;
    const message = panicMessage ?? error.message ?? String(error);
    const data = { is_panic: false, message, meta: error.meta ?? null, error_code };
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
  } finally {
    abort = undefined;
  }
}

if (subcommand) await runSubcommand();
let chain = Promise.resolve();
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
lines.on("line", (line) => {
  if (!line.trim()) return;
  const message = JSON.parse(line);
  if (message.method) chain = chain.then(() => handle(message));
});
lines.on("close", () => chain.then(() => process.exit(0)));
