import type { Auth } from "@onethread/auth";
import type { Actor, Result } from "@onethread/core";
import type { WidgetRow } from "@onethread/db/read";
import type { Context, Metrics, Readiness, ReadinessCheck, ReceivedWebhook } from "@onethread/operations";
import type { Realtime } from "@onethread/realtime";
import type { Logger } from "pino";
import type { Presence } from "../presence.ts";
import type { Counting } from "./visitor-limits.ts";

/** What routes work with. */
export type Services = {
  context: Context;
  auth: Auth;
  realtime: Realtime;
  presence: Presence;
  receive: (webhook: ReceivedWebhook) => Promise<Result<{ stored: true }>>;
  /** How often visitors of websites may do what. */
  countVisitors: Counting;
  log: Logger;
  publicUrl: string;
  trustedOrigins: readonly string[];
  simulatorUrl: string | null;
  setUpToken: string | null;
  readiness: (only?: readonly ReadinessCheck[]) => Promise<Readiness>;
  /** Set once: the process was told to stop. */
  lifecycle: { stoppingSince: Date | null };
  /** null: nobody asked for metrics. */
  metrics: Metrics | null;
};

/** Hono's variables of a request. */
export type Variables = { requestId: string; actor: Actor /** Below /widget only. */; widget: WidgetRow };
