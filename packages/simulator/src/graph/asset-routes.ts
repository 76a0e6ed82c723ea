import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { controlThread } from "../acts/control-thread.ts";
import type { AccountConfig } from "../config.ts";
import { findPerson } from "../world/people.ts";
import { accountOfScope } from "../world/templates.ts";
import { accountAt, served } from "./account-at.ts";
import { accountFailure } from "./account-failure.ts";
import { type Answer, idOf, isRecord, type Wire } from "./graph-answer.ts";
import type { GraphContext, GraphDesk } from "./graph-desk.ts";
import { graphFailures } from "./graph-failures.ts";
import { createTemplate, deleteTemplate, listTemplates } from "./manage-templates.ts";
import { uploadAttachment, uploadMedia } from "./upload.ts";

/** What hangs on an account: subscription, files, templates, control of threads. */
export function assetRoutes(graph: Hono<{ Bindings: HttpBindings }>, desk: GraphDesk): void {
  const { simulator, host, answer } = desk;
  const at = (c: GraphContext, recipient: unknown = null): AccountConfig | undefined => {
    const id = c.req.param("id") ?? "";
    // A WhatsApp Business account stands for its numbers.
    return accountAt(simulator, host, id, recipient) ?? accountOfScope(simulator.world, id);
  };
  const withAccount = async (c: GraphContext, body: unknown, work: (account: AccountConfig) => Answer | Promise<Answer>): Promise<Response> => {
    const account = at(c, isRecord(body) ? body.recipient : null);
    if (!account || !served(account, host)) return answer(c, { failure: graphFailures.noObject(c.req.param("id") ?? "") }, body);
    const failure = simulator.world.stateOf(account.externalId).token === "valid" ? null : accountFailure(simulator, account);
    return answer(c, failure ? { failure } : await work(account), body);
  };
  const json = async (c: GraphContext): Promise<Wire> => {
    const body: unknown = await c.req.json().catch(() => null);
    return isRecord(body) ? body : {};
  };

  graph.get("/:id/subscribed_apps", (c) =>
    withAccount(c, null, ({ externalId, appId }) => {
      const { subscribed, fields } = simulator.world.stateOf(externalId);
      const app = { id: appId ?? simulator.config.appId, name: "Simulator" };
      const row =
        c.req.param("id") === externalId
          ? { ...app, subscribed_fields: fields }
          : { whatsapp_business_api_data: { ...app, link: "https://www.facebook.com/games/?app_id=1" } };
      return { body: { data: subscribed ? [row] : [] } };
    }),
  );
  graph.on(["POST", "DELETE"], "/:id/subscribed_apps", async (c) => {
    const body = await json(c);
    return withAccount(c, body, ({ externalId }) => {
      const state = simulator.world.stateOf(externalId);
      state.subscribed = c.req.method === "POST";
      const asked = body.subscribed_fields ?? c.req.query("subscribed_fields");
      if (state.subscribed && asked) state.fields = Array.isArray(asked) ? asked.map(String) : String(asked).split(",");
      simulator.world.changed(null);
      return { body: { success: true } };
    });
  });
  graph.post("/:id/media", async (c) => {
    const form = await c.req.parseBody().catch(() => ({}));
    return withAccount(c, null, (account) => uploadMedia(simulator, account, form));
  });
  graph.post("/:id/message_attachments", async (c) => {
    const multipart = c.req.header("content-type")?.startsWith("multipart/") ?? false;
    const form = multipart ? await c.req.parseBody().catch(() => ({})) : await json(c);
    return withAccount(c, multipart ? null : form, (account) => uploadAttachment(simulator, account, form));
  });
  graph.get("/:id/message_templates", (c) => withAccount(c, null, (account) => listTemplates(simulator, account, c.req.query(), c.req.url)));
  graph.post("/:id/message_templates", async (c) => {
    const body = await json(c);
    return withAccount(c, body, (account) => createTemplate(simulator, account, body));
  });
  graph.delete("/:id/message_templates", (c) => withAccount(c, null, (account) => deleteTemplate(simulator, account, c.req.query("name") ?? "")));
  for (const action of ["take_thread_control", "pass_thread_control", "release_thread_control", "request_thread_control"] as const) {
    graph.post(`/:id/${action}`, async (c) => {
      const body = await json(c);
      return withAccount(c, body, async (account) => {
        const person = findPerson(simulator.world, account, idOf(body.recipient, "id") ?? "");
        if (account.channel === "whatsapp" || !person) return { failure: graphFailures.parameter("Invalid parameter: recipient") };
        // Asking changes nothing by itself.
        if (action !== "request_thread_control")
          await controlThread(simulator, { account, person, toOther: action !== "take_thread_control", silent: true, at: Date.now() });
        return { body: { success: true } };
      });
    });
  }
}
