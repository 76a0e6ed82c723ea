"use client";
import type { Attachment, TimelineItem } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { AudioPlayer } from "./audio-player.tsx";
import { downloadUrl, shapeOf } from "./describe-attachment.ts";
import { FileCard } from "./file-card.tsx";
import { ImageGrid } from "./image-grid.tsx";
import { MissingFile } from "./missing-file.tsx";
import { SharedThing } from "./shared-thing.tsx";

/** Everything that hangs on a message: pictures together, the rest one under the other. */
export function AttachmentList({ item }: { item: TimelineItem }) {
  const pictures = item.attachments.filter((attachment) => shapeOf(attachment) === "image" && !isSticker(item, attachment));
  const others = item.attachments.filter((attachment) => !pictures.includes(attachment));
  return (
    <>
      {pictures.length > 0 && <ImageGrid images={pictures} />}
      {others.map((attachment) => (
        <One key={attachment.id} item={item} attachment={attachment} />
      ))}
    </>
  );
}

const isSticker = (item: TimelineItem, attachment: Attachment): boolean => attachment.sticker || item.content.kind === "sticker";

function One({ item, attachment }: { item: TimelineItem; attachment: Attachment }) {
  const t = useTranslations("content");
  const shape = shapeOf(attachment);
  const url = attachment.url ?? "";
  const share = attachment.link ? <SharedThing kind={attachment.kind} title={attachment.title} url={attachment.link} /> : null;
  switch (shape) {
    case "image":
      return <img src={url} alt={t("sticker")} loading="lazy" className="my-1 size-28 object-contain" />;
    case "video":
      return (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: what customers film has no captions */}
          <video
            src={url}
            controls
            preload="metadata"
            playsInline
            aria-label={t("video")}
            className="my-1 h-60 w-80 max-w-full rounded-control bg-black"
          />
          {share}
        </>
      );
    case "audio":
      return (
        <AudioPlayer
          attachment={attachment}
          url={url}
          label={attachment.voice || item.content.kind === "voice" ? t("voice") : (attachment.name ?? t("audio"))}
        />
      );
    case "file":
      return <FileCard attachment={attachment} url={downloadUrl(url)} />;
    case "heart":
      return (
        <p role="img" aria-label={t("heart")} className="text-4xl leading-tight">
          ❤️
        </p>
      );
    case "shared":
      return <SharedThing kind={attachment.kind} title={attachment.title} url={attachment.link} />;
    case "missing":
      return (
        <>
          <MissingFile item={item} attachment={attachment} />
          {share}
        </>
      );
  }
}
