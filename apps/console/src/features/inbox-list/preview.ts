import type { Conversation } from "@onethread/core/api";
import type { useTranslations } from "next-intl";

type Translate = ReturnType<typeof useTranslations<"list">>;

/** The second line of a row: who said what, in one line. */
export function previewOf(t: Translate, last: Conversation["lastMessage"], agentId: string | null): { prefix: string; text: string } {
  if (!last) return { prefix: "", text: t("noMessages") };
  return { prefix: prefixOf(t, last, agentId), text: last.preview?.replace(/\s+/g, " ").trim() || t(`kind.${last.kind}`) };
}

function prefixOf(t: Translate, last: NonNullable<Conversation["lastMessage"]>, agentId: string | null): string {
  if (last.kind === "note") return t("prefix.note");
  if (last.direction !== "outbound") return "";
  if (last.author.type === "agent") return last.author.id === agentId ? t("prefix.you") : t("prefix.agent", { name: firstName(last.author.name) });
  return last.author.type === "bot" ? t("prefix.bot") : t("prefix.business");
}

const firstName = (name: string | null): string => name?.split(" ")[0] ?? "?";
