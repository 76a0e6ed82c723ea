import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { doAct } from "../acts/act.ts";
import { CannotAct } from "../acts/act-context.ts";
import { openLink } from "../acts/open-link.ts";
import { personReads } from "../acts/person-reads.ts";
import { personSends } from "../acts/person-sends.ts";
import { type AccountConfig, accountSchema } from "../config.ts";
import { faultSchema } from "../graph/faults.ts";
import { doMeta } from "../meta/do-meta.ts";
import { metaView } from "../meta/meta-view.ts";
import { mischiefSchema } from "../mischief.ts";
import type { Simulator } from "../simulator.ts";
import { savePerson } from "../world/people.ts";
import type { Person } from "../world/world.ts";
import { actInput, handshakeInput, linkInput, messageInput, metaInput, personInput, readInput } from "./inputs.ts";
import { found, read, refuse } from "./read-body.ts";
import { shakeHands } from "./shake-hands.ts";
import { takeFile } from "./take-file.ts";
import { viewOf } from "./view.ts";

/** Drives the simulator: what the phones' page, the seed and tests call. */
export function apiRoutes(simulator: Simulator): Hono {
  const api = new Hono();
  const { world } = simulator;
  const whoAndWhere = (input: { personId: string; accountId: string }): { person: Person; account: AccountConfig } => {
    const person = personOf(input.personId);
    const account = found(world.accounts.get(input.accountId), "There is no such account.");
    const reachable = account.channel !== "whatsapp" || person.phone !== null || person.bsuid !== null;
    return reachable ? { person, account } : refuse(422, "The person is not on WhatsApp.");
  };
  const personOf = (personId: string): Person => found(world.people.get(personId), "There is no such person.");

  api.get("/state", (c) => c.json(viewOf(simulator, c.req.query("personId"))));
  api.post("/people", async (c) => c.json(savePerson(world, await read(c, personInput)), 201));
  api.post("/accounts", async (c) => {
    const account = await read(c, accountSchema);
    world.accounts.set(account.externalId, account);
    world.changed(null);
    return c.json(account, 201);
  });
  api.post("/messages", async (c) => {
    const { text, replyTo, deliver, occurredAt: at = Date.now(), ...who } = await read(c, messageInput);
    return c.json(await personSends(simulator, { ...whoAndWhere(who), act: { type: "text", text }, replyTo, deliver, at }), 201);
  });
  api.post("/acts", async (c) => {
    const { occurredAt: at = Date.now(), act, replyTo, forwarded, deliver, ...who } = await read(c, actInput);
    return c.json(await allowed(doAct(simulator, { ...whoAndWhere(who), act, replyTo, forwarded, deliver, at })), 201);
  });
  api.get("/meta", (c) => c.json(metaView(simulator)));
  api.post("/meta", async (c) => {
    const { accountId, personId, act, occurredAt: at = Date.now() } = await read(c, metaInput);
    const account = found(world.accounts.get(accountId), "There is no such account.");
    return c.json(await allowed(doMeta(simulator, { account, person: personId === undefined ? null : personOf(personId), at, act })));
  });
  api.post("/mischief", async (c) => {
    simulator.mischief.change(await read(c, mischiefSchema));
    world.changed(null);
    return c.json(simulator.mischief.settings);
  });
  api.post("/files", async (c) => c.json(await takeFile(simulator, c), 201));
  api.post("/open-link", async (c) => {
    const { personId, url, occurredAt: at = Date.now() } = await read(c, linkInput);
    const opened = await openLink(simulator, { person: personOf(personId), url, at });
    return opened ? c.json(opened) : refuse(422, "The link leads to none of the accounts.");
  });
  api.post("/read", async (c) => {
    const { occurredAt: at = Date.now(), ...who } = await read(c, readInput);
    return c.json({ read: await personReads(simulator, { ...whoAndWhere(who), at }) });
  });
  api.post("/handshake", async (c) => {
    const { accountId } = await read(c, handshakeInput);
    const account = accountId === undefined ? undefined : found(world.accounts.get(accountId), "There is no such account.");
    return c.json(
      await shakeHands({
        webhookUrl: account?.webhookUrl ?? simulator.config.webhookUrl,
        verifyToken: account?.verifyToken ?? simulator.config.verifyToken,
      }),
    );
  });
  api.post("/faults", async (c) => {
    const fault = simulator.faults.add(await read(c, faultSchema));
    world.changed(null);
    return c.json(fault, 201);
  });
  api.get("/faults", (c) => c.json({ data: simulator.faults.list() }));
  api.delete("/faults", (c) => {
    simulator.faults.clear();
    world.changed(null);
    return c.body(null, 204);
  });
  api.get("/calls", (c) => c.json({ data: simulator.calls.list() }));
  api.delete("/calls", (c) => {
    simulator.calls.clear();
    return c.body(null, 204);
  });
  api.get("/events", (c) =>
    streamSSE(c, async (stream) => {
      const stop = world.onChange((personId) => void stream.writeSSE({ event: "changed", data: personId ?? "" }));
      stream.onAbort(stop);
      while (!stream.aborted) {
        await stream.writeSSE({ event: "beat", data: "" });
        await stream.sleep(15_000);
      }
    }),
  );
  return api;
}

/** What cannot be done now is told in words. */
async function allowed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    return error instanceof CannotAct ? refuse(422, error.message) : Promise.reject(error);
  }
}
