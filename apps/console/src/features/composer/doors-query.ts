import { queryOptions } from "@tanstack/react-query";
import { listDoors } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { unhurried, until } from "../../at-rest.ts";

/** How the doors of a conversation are asked for: once it is painted. */
export const doorsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: keys.doors(conversationId),
    queryFn: async ({ signal }) => {
      await until(unhurried, signal);
      return listDoors(conversationId, signal);
    },
  });
