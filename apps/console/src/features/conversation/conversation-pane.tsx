"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ApiError } from "../../api/api-error.ts";
import { atRest } from "../../at-rest.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Composer } from "../composer/composer.tsx";
import { useMe } from "../frame/me.tsx";
import { useOpenConversation } from "../inbox/use-open-conversation.ts";
import { MacrosByKey } from "../macros/macros-by-key.tsx";
import { MergeByKey } from "../merge/merge-by-key.tsx";
import { noteRecent } from "../palette/recent.ts";
import { Timeline } from "../timeline/timeline.tsx";
import { ConversationHeader } from "./conversation-header.tsx";
import { useConversation } from "./use-conversation.ts";

type Props = { id: string; onBack: (() => void) | null; detailsShown: boolean; onToggleDetails: () => void };

/** One customer's thread: header, timeline, composer. */
export function ConversationPane({ id, onBack, detailsShown, onToggleDetails }: Props) {
  const t = useTranslations("conversation");
  const open = useOpenConversation();
  const conversation = useConversation(id);
  const current = conversation.data;

  // Merged into another one meanwhile: the answer is the survivor, and so should be the address.
  const survivor = current && current.id !== id ? current.id : null;
  useEffect(() => {
    if (survivor) open(survivor);
  }, [survivor, open]);

  const agentId = useMe().agent?.id ?? "";
  const [knownId, knownName] = [current?.id, current?.customer.name ?? null];
  useEffect(() => {
    if (knownId) return atRest(() => noteRecent(agentId, { id: knownId, name: knownName }));
  }, [agentId, knownId, knownName]);

  if (conversation.isError && !current) {
    const missing = conversation.error instanceof ApiError && (conversation.error.status === 404 || conversation.error.status === 422);
    return (
      <section className="flex h-full items-center justify-center bg-surface">
        {missing ? (
          <EmptyState title={t("missing")}>{t("missingText")}</EmptyState>
        ) : (
          <ErrorState error={conversation.error} onRetry={() => void conversation.refetch()} />
        )}
      </section>
    );
  }
  return (
    <section
      aria-label={t("title", { name: current?.customer.name ?? "" })}
      data-region="conversation"
      className="flex h-full min-h-0 flex-col bg-surface"
    >
      <ConversationHeader conversation={current} onBack={onBack} detailsShown={detailsShown} onToggleDetails={onToggleDetails} />
      <Timeline
        conversationId={id}
        unread={conversation.isPlaceholderData ? undefined : current?.unread}
        mention={current?.mention ?? null}
        customerName={current?.customer.name ?? null}
        channels={current?.channels ?? []}
      />
      {current && <MacrosByKey conversation={current} />}
      {current && <MergeByKey customerId={current.customer.id} />}
      <Composer conversationId={id} customer={current?.customer ?? null} />
    </section>
  );
}
