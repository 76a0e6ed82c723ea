import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Simulator } from "../simulator.ts";
import type { LoggedCall } from "./call-log.ts";
import type { Answer } from "./graph-answer.ts";

export type Host = LoggedCall["host"];
export type GraphContext = Context<{ Bindings: HttpBindings }>;

/** What the routes of one host have in common. `answer` also notes the call. */
export type GraphDesk = { simulator: Simulator; host: Host; answer(c: GraphContext, result: Answer, body?: unknown): Response };
