import type { Simulator } from "../simulator.ts";
import type { Thread } from "../world/world.ts";
import { type Answer, idOf, type Wire } from "./graph-answer.ts";
import { graphFailures } from "./graph-failures.ts";

/** https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions (2026): about 20 seconds */
const typingMs = 20_000;

/** Reading, typing, reacting: one call each, no message beside. */
export function senderAction(simulator: Simulator, { thread, recipient, body }: { thread: Thread; recipient: string; body: Wire }): Answer {
  const refuse = (message: string): Answer => ({ failure: graphFailures.parameter(message) });
  if (body.message !== undefined) return refuse("A sender action stands alone.");
  switch (body.sender_action) {
    case "mark_seen":
      for (const message of thread.messages) {
        if (message.by === "person") simulator.world.advance(thread, message, "read");
      }
      break;
    case "typing_on":
    case "typing_off":
      simulator.typing(thread, body.sender_action === "typing_on" ? typingMs : 0);
      break;
    case "react":
    case "unreact": {
      const message = thread.messages.find((one) => one.id === idOf(body.payload, "message_id"));
      if (!message) return refuse("Invalid parameter: payload[message_id]");
      const reaction = idOf(body.payload, "reaction");
      if (body.sender_action === "react" && reaction === undefined) return refuse("The parameter payload[reaction] is required");
      message.reactions = { ...message.reactions, business: body.sender_action === "react" ? (words[reaction ?? ""] ?? reaction) : undefined };
      simulator.world.changed(thread.personId);
      break;
    }
    default:
      return refuse("Invalid parameter: sender_action");
  }
  return { body: { recipient_id: recipient } };
}

const words: Record<string, string> = { love: "❤️", smile: "😆", angry: "😠", sad: "😢", wow: "😮", like: "👍", dislike: "👎" };
