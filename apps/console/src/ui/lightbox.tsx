"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Download, MessageSquareText, X, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useState } from "react";

type LightboxImage = { url: string; downloadUrl: string; alt: string };
type Props = {
  images: readonly LightboxImage[];
  index: number;
  onIndex: (index: number) => void;
  onClose: () => void;
  /** Leads to where a picture was sent. */
  onShow?: (index: number) => void;
};

const zooms = [1, 1.5, 2, 3, 5];
const button = "flex size-10 items-center justify-center rounded-full bg-black/60 text-white hover:bg-black/80 disabled:opacity-40";

/** Pictures over everything: arrow keys go from one to the next, + and - zoom, Escape closes. */
export function Lightbox({ images, index, onIndex, onClose, onShow }: Props) {
  const t = useTranslations("ui.lightbox");
  const [zoom, setZoom] = useState(0);
  const image = images[index];
  if (!image) return null;
  const go = (step: number) => {
    const next = index + step;
    if (next < 0 || next >= images.length) return;
    setZoom(0);
    onIndex(next);
  };
  const zoomBy = (step: number) => setZoom((now) => Math.min(zooms.length - 1, Math.max(0, now + step)));
  const key = (event: KeyboardEvent) => {
    // The arrow points where the picture is, in either direction of writing.
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (event.key === forward) go(1);
    else if (event.key === back) go(-1);
    else if (event.key === "+" || event.key === "=") zoomBy(1);
    else if (event.key === "-") zoomBy(-1);
    else return;
    event.preventDefault();
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/95" />
        <Base.Popup data-overlay data-testid="lightbox" onKeyDown={key} className="fixed inset-0 z-50 flex flex-col outline-none">
          <header className="flex items-center gap-2 p-3 text-white">
            <Base.Title className="min-w-0 flex-1 truncate text-ui">
              <bdi>{image.alt}</bdi>
              {images.length > 1 && <span className="ms-2 opacity-80">{t("position", { index: index + 1, count: images.length })}</span>}
            </Base.Title>
            <Tool label={t("zoomOut")} onClick={() => zoomBy(-1)} disabled={zoom === 0}>
              <ZoomOut aria-hidden className="size-5" />
            </Tool>
            <Tool label={t("zoomIn")} onClick={() => zoomBy(1)} disabled={zoom === zooms.length - 1}>
              <ZoomIn aria-hidden className="size-5" />
            </Tool>
            {onShow && (
              <Tool label={t("show")} onClick={() => onShow(index)} disabled={false}>
                <MessageSquareText aria-hidden className="size-5" />
              </Tool>
            )}
            <a href={image.downloadUrl} download aria-label={t("download")} className={button}>
              <Download aria-hidden className="size-5" />
            </a>
            <Base.Close aria-label={t("close")} className={button}>
              <X aria-hidden className="size-5" />
            </Base.Close>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
          <section tabIndex={0} aria-label={image.alt} className="flex min-h-0 flex-1 overflow-auto px-3 pb-3 outline-offset-[-4px]">
            <img
              key={image.url}
              src={image.url}
              alt={image.alt}
              className="m-auto max-h-full max-w-full object-contain"
              style={zoom === 0 ? undefined : { maxWidth: "none", maxHeight: "none", height: `${(zooms[zoom] ?? 1) * 100}%` }}
            />
          </section>
          {images.length > 1 && (
            <>
              <Tool label={t("previous")} onClick={() => go(-1)} disabled={index === 0} className="absolute start-3 top-1/2">
                <ChevronLeft aria-hidden className="size-6 rtl:-scale-x-100" />
              </Tool>
              <Tool label={t("next")} onClick={() => go(1)} disabled={index === images.length - 1} className="absolute end-3 top-1/2">
                <ChevronRight aria-hidden className="size-6 rtl:-scale-x-100" />
              </Tool>
            </>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type ToolProps = { label: string; onClick: () => void; disabled: boolean; className?: string; children: ReactNode };

function Tool({ label, onClick, disabled, className = "", children }: ToolProps) {
  return (
    // Not disabled: a button that goes away under the focus takes the keyboard with it.
    <button type="button" aria-label={label} aria-disabled={disabled} onClick={onClick} className={`${button} aria-disabled:opacity-40 ${className}`}>
      {children}
    </button>
  );
}
