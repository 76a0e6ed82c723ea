import type { Conversation } from "@onethread/core/api";
import type { useTranslations } from "next-intl";

type Translate = ReturnType<typeof useTranslations<"list">>;

type Preview = { prefix: string; text: string; own: boolean };

/** The second line of a row, in one line: what the agent has begun to write, else who said what last. */
export function previewOf(t: Translate, { lastMessage: last, draft }: Pick<Conversation, "lastMessage" | "draft">, agentId: string | null): Preview {
  if (draft) return { prefix: t("prefix.draft"), text: oneLine(draft.preview) || t("draftFiles"), own: true };
  if (!last) return { prefix: "", text: t("noMessages"), own: false };
  return { prefix: prefixOf(t, last, agentId), text: oneLine(last.preview) || t(`kind.${last.kind}`), own: false };
}

const oneLine = (text: string | null): string => text?.replace(/\s+/g, " ").trim() ?? "";

function prefixOf(t: Translate, last: NonNullable<Conversation["lastMessage"]>, agentId: string | null): string {
  if (last.kind === "note") return t("prefix.note");
  if (last.direction !== "outbound") return "";
  if (last.author.type === "agent") return last.author.id === agentId ? t("prefix.you") : t("prefix.agent", { name: firstName(last.author.name) });
  return last.author.type === "bot" ? t("prefix.bot") : t("prefix.business");
}

const firstName = (name: string | null): string => name?.split(" ")[0] ?? "?";
