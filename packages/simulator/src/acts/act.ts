import type { Simulator } from "../simulator.ts";
import type { Acting, Done } from "./act-context.ts";
import { type Act, isMessageAct } from "./act-schema.ts";
import { personChanges } from "./person-changes.ts";
import { personComments } from "./person-comments.ts";
import { personActs } from "./person-events.ts";
import { personSends } from "./person-sends.ts";
import { personTaps } from "./person-taps.ts";

export type DoingIt = Acting & { act: Act; replyTo?: string | undefined; forwarded?: "once" | "often" | undefined };

/** A person does something with their phone. Throws `CannotAct` when the platform or the moment does not allow it. */
export async function doAct(simulator: Simulator, { act, replyTo, forwarded, ...acting }: DoingIt): Promise<Done> {
  if (isMessageAct(act)) return personSends(simulator, { ...acting, act, replyTo, forwarded });
  switch (act.type) {
    case "tap":
      return personTaps(simulator, acting, act);
    case "comment":
      return personComments(simulator, acting, act);
    case "react":
    case "edit":
    case "delete":
    case "play":
      return personChanges(simulator, acting, act);
    default:
      return personActs(simulator, acting, act);
  }
}
