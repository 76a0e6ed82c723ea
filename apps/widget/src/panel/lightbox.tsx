import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icons.tsx";

export type LightboxProps = { url: string; name: string; close: string; open: string; onClose: () => void };

/** A picture over the whole panel; a link opens it in a tab of its own, where there is more room. */
export function Lightbox({ url, name, close, open, onClose }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="lightbox"
      aria-label={name}
      onClose={onClose}
      // The panel's own Escape closes all of it.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <button type="button" class="round" aria-label={close} onClick={() => dialog.current?.close()}>
        <Icon name="close" />
      </button>
      <img src={url} alt={name} />
      <a href={url} target="_blank" rel="noopener noreferrer">
        {open}
      </a>
    </dialog>
  );
}
