"use client";
import type { SearchKind } from "@onethread/core/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { searchFor } from "../../api/search.ts";
import { useSettled } from "../../use-settled.ts";
import { inboxPath, messagePath } from "../inbox/inbox-path.ts";
import { mostRows, type PaletteRow } from "./palette-rows.ts";

/** How long typing must rest before the server is asked. Milliseconds. */
const rest = 120;

/** Customers and conversations from the server. Below everything that is known here, so that nothing above moves. */
export function useFound(
  text: string,
  kinds: readonly SearchKind[],
): { customers: PaletteRow[]; conversations: PaletteRow[]; busy: boolean; failed: boolean } {
  const list = useTranslations("list");
  const asked = useSettled(text, rest);
  const enabled = kinds.length > 0 && text.length >= 2 && asked.length >= 2;
  const found = useQuery({
    queryKey: keys.search(asked, kinds.join(",")),
    queryFn: ({ signal }) => searchFor(asked, kinds, { limit: mostRows }, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  const data = enabled ? found.data : undefined;
  const name = (given: string | null) => given ?? list("noName");
  return {
    customers: (data?.customers?.data ?? []).flatMap((hit) =>
      hit.conversationId
        ? [
            {
              id: hit.id,
              label: name(hit.name),
              marks: hit.marks,
              person: hit.name,
              href: inboxPath("all", hit.conversationId),
              ...(hit.address ? { hint: hit.address.text } : {}),
            },
          ]
        : [],
    ),
    conversations: (data?.conversations?.data ?? []).flatMap(({ conversation, message }) =>
      message
        ? [
            {
              id: conversation.id,
              label: name(conversation.customer.name),
              hint: message.text ?? "",
              person: conversation.customer.name,
              href: messagePath(conversation.id, message.id),
            },
          ]
        : [],
    ),
    busy: enabled && (found.isFetching || asked !== text),
    failed: enabled && found.isError,
  };
}
