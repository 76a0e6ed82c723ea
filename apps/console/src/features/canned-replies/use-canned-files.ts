"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type CannedReply, takeCannedReply } from "../../api/canned-replies.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { tray } from "../composer/tray.ts";

/** Counts that a canned reply was used, and puts its files beside the text; says so where none can go. */
export function useCannedFiles(conversationId: string, takesFiles: boolean): (reply: CannedReply) => void {
  const t = useTranslations("canned");
  const toasts = useToasts();
  const errorText = useErrorText();
  return useCallback(
    (reply) => {
      const files = reply.attachments.length;
      takeCannedReply(reply.id).then(
        (attachments) => {
          if (takesFiles) tray.bring(conversationId, attachments);
          else if (files > 0) toasts.add({ type: "error", title: t("filesLeftOut", { name: reply.shortcut }) });
        },
        (error: unknown) => {
          // Without files only the order of the list hangs on it: nothing to tell.
          if (files > 0) toasts.add({ type: "error", title: t("filesFailed", { name: reply.shortcut }), description: errorText(error) });
        },
      );
    },
    [conversationId, takesFiles, t, toasts, errorText],
  );
}
