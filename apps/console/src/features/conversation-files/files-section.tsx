"use client";
import type { ConversationFile } from "@onethread/core/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { listConversationFiles } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { PanelSection } from "../customer-panel/panel-section.tsx";
import { goToMessage, useTargetMessage } from "../inbox/use-target-message.ts";
import { shapeOf } from "../message-content/describe-attachment.ts";
import { goToItem } from "../timeline/go-to-item.ts";
import { FileRow } from "./file-row.tsx";
import { PictureGrid } from "./picture-grid.tsx";

type Props = { conversationId: string; onLeave?: (() => void) | undefined };

/** Every file of the conversation, the latest first: pictures small, the rest by name. `onLeave`: a message is shown instead. */
export function FilesSection({ conversationId, onLeave }: Props) {
  const t = useTranslations("files");
  const ui = useTranslations("ui");
  const errorText = useErrorText();
  const message = useTargetMessage();
  const files = useInfiniteQuery({
    queryKey: keys.files(conversationId),
    queryFn: ({ pageParam, signal }) => listConversationFiles(conversationId, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.page.next ?? undefined,
  });
  const all = files.data?.pages.flatMap((page) => page.data) ?? [];
  const pictures = all.filter(({ attachment }) => shapeOf(attachment) === "image");
  const others = all.filter((file) => !pictures.includes(file));
  const show = ({ itemId }: ConversationFile) => {
    onLeave?.();
    // The address names it already: what it leads to is gone to once, and here again.
    if (message === itemId) goToItem(itemId);
    else goToMessage(itemId);
  };
  return (
    <PanelSection title={t("title")}>
      <div data-testid="files" className="flex flex-col gap-2">
        {files.isPending && <Skeleton className="h-16" />}
        {files.isError && (
          <div role="alert">
            <p className="text-muted">{errorText(files.error)}</p>
            <Button size="small" className="mt-1" onClick={() => void (files.data ? files.fetchNextPage() : files.refetch())}>
              {ui("retry")}
            </Button>
          </div>
        )}
        {files.isSuccess && all.length === 0 && <p className="text-muted">{t("empty")}</p>}
        {pictures.length > 0 && <PictureGrid pictures={pictures} onShow={show} />}
        {others.length > 0 && (
          <ul className="flex flex-col gap-1">
            {others.map((file) => (
              <FileRow key={file.attachment.id} file={file} onShow={() => show(file)} />
            ))}
          </ul>
        )}
        {files.hasNextPage && !files.isError && (
          <Button size="small" variant="quiet" className="self-start" busy={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </div>
    </PanelSection>
  );
}
