"use client";
import type { Attachment } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "../../ui/class-names.ts";
import { Lightbox } from "../../ui/lightbox.tsx";
import { downloadUrl } from "./describe-attachment.ts";

/** So many pictures of an album are shown; the rest are counted on the last one. */
const most = 4;

/** A picture, or an album as a grid; each opens large. */
export function ImageGrid({ images }: { images: readonly Attachment[] }) {
  const t = useTranslations("content");
  const [open, setOpen] = useState<number | null>(null);
  const nameOf = (image: Attachment, index: number) =>
    image.name ?? (images.length === 1 ? t("image") : t("imageOf", { index: index + 1, count: images.length }));
  const more = images.length - most;
  return (
    <>
      <div className={cn("my-1", images.length > 1 && "grid w-80 max-w-full grid-cols-2 gap-1")}>
        {images.slice(0, most).map((image, index) => (
          <button
            key={image.id}
            type="button"
            data-testid="image"
            onClick={() => setOpen(index)}
            className={cn("relative block max-w-full overflow-hidden rounded-control bg-hover", images.length === 3 && index === 0 && "col-span-2")}
          >
            <img
              src={image.url ?? ""}
              alt={t("openImage", { name: nameOf(image, index) })}
              loading="lazy"
              className={images.length > 1 ? "h-36 w-full object-cover" : "h-60 min-w-24 max-w-full object-contain"}
            />
            {index === most - 1 && more > 0 && (
              <span className="absolute inset-0 flex items-center justify-center bg-black/60 font-semibold text-page text-white">
                <span aria-hidden>+{more}</span>
                <span className="sr-only">{t("moreImages", { count: more })}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      {open !== null && (
        <Lightbox
          images={images.map((image, index) => ({ url: image.url ?? "", downloadUrl: downloadUrl(image.url ?? ""), alt: nameOf(image, index) }))}
          index={open}
          onIndex={setOpen}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
