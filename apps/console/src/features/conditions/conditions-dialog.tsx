"use client";
import type { ConversationCondition, ConversationLeaf } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { type ConversationSet, countConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { asGroup, blankLeaf, filledConditions } from "./blank-leaf.ts";
import { GroupEditor } from "./group-editor.tsx";
import { LeafEditor } from "./leaf-editor.tsx";

type Props = {
  /** What else narrows the list: counted together with the conditions. */
  within: Omit<ConversationSet, "filter">;
  condition: ConversationCondition | null;
  onApply: (condition: ConversationCondition | null) => void;
  onClose: () => void;
};

/** Puts conditions together; says at once how many conversations meet them. */
export function ConditionsDialog({ within, condition, onApply, onClose }: Props) {
  const t = useTranslations("conditions");
  const errorText = useErrorText();
  const [group, setGroup] = useState(() => asGroup(condition));
  const filled = useDeferredValue(filledConditions(group));
  const set: ConversationSet = { ...within, ...(filled ? { filter: filled } : {}) };
  const count = useQuery({
    queryKey: keys.conversationCount(set),
    queryFn: ({ signal }) => countConversations(set, signal),
    retry: false,
    placeholderData: (before) => before,
  });
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      footer={
        <>
          <p aria-live="polite" className="me-auto self-center text-muted" data-testid="conditions-count">
            {count.isError
              ? errorText(count.error)
              : count.data
                ? t(count.data.more ? "matchMany" : "match", { count: count.data.count })
                : t("counting")}
          </p>
          <Button variant="quiet" onClick={() => onApply(null)}>
            {t("clear")}
          </Button>
          <Button variant="primary" onClick={() => onApply(filledConditions(group))}>
            {t("apply")}
          </Button>
        </>
      }
    >
      <GroupEditor<ConversationLeaf> group={group} onChange={setGroup} Leaf={LeafEditor} blank={(first) => blankLeaf(first ? "label" : "status")} />
    </Dialog>
  );
}
