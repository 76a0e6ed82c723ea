import type { Schemas } from "@onethread/api-client";
import type { ConversationCondition } from "@onethread/core";

/** The same JSON as the API's description types it, field by field; core joins the fields that are asked in one way. */
export const conditionOnTheWire = (condition: ConversationCondition): Schemas["ConversationCondition"] =>
  condition as Schemas["ConversationCondition"];
