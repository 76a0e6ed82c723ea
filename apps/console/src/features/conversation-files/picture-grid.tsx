"use client";
import type { ConversationFile } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { Lightbox } from "../../ui/lightbox.tsx";
import { downloadUrl } from "../message-content/describe-attachment.ts";

type Props = { pictures: readonly ConversationFile[]; onShow: (picture: ConversationFile) => void };

/** Pictures in small, each opens large; from there a way leads to its message. */
export function PictureGrid({ pictures, onShow }: Props) {
  const t = useTranslations("files");
  const content = useTranslations("content");
  const dates = useDates();
  // By id: a picture that arrives meanwhile does not push another under the eyes.
  const [open, setOpen] = useState<string | null>(null);
  const nameOf = ({ attachment, occurredAt }: ConversationFile) =>
    t("named", { name: attachment.name ?? content("image"), date: dates.appointment(occurredAt) });
  const index = pictures.findIndex(({ attachment }) => attachment.id === open);
  return (
    <>
      <ul className="grid grid-cols-4 gap-1">
        {pictures.map((picture) => (
          <li key={picture.attachment.id}>
            <button
              type="button"
              data-testid="file-picture"
              onClick={() => setOpen(picture.attachment.id)}
              className="block aspect-square w-full overflow-hidden rounded-control bg-hover"
            >
              <img
                src={picture.attachment.url ?? ""}
                alt={content("openImage", { name: nameOf(picture) })}
                loading="lazy"
                className="size-full object-cover text-sm"
              />
            </button>
          </li>
        ))}
      </ul>
      {index >= 0 && (
        <Lightbox
          images={pictures.map((picture) => {
            const url = picture.attachment.url ?? "";
            return { url, downloadUrl: downloadUrl(url), alt: nameOf(picture) };
          })}
          index={index}
          onIndex={(next) => setOpen(pictures[next]?.attachment.id ?? null)}
          onClose={() => setOpen(null)}
          onShow={(shown) => {
            const picture = pictures[shown];
            setOpen(null);
            if (picture) onShow(picture);
          }}
        />
      )}
    </>
  );
}
