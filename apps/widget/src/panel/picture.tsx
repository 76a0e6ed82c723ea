import { useState } from "preact/hooks";
import { usePanel } from "./context.ts";
import { useLater } from "./use-later.ts";

/** A picture in the thread. A press shows it large; where that part can't be fetched, in a tab of its own, as the link says. */
export function Picture({ url, name }: { url: string; name: string }) {
  const { texts } = usePanel();
  const [open, setOpen] = useState(false);
  const { Part: Lightbox, fetch } = useLater(() => import("./lightbox.tsx").then((module) => module.Lightbox));
  const [plain, setPlain] = useState(false);
  return (
    <>
      <a
        class="picture"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        onClick={(event) => {
          if (plain || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          fetch().then(
            () => setOpen(true),
            () => setPlain(true),
          );
        }}
      >
        <img src={url} alt={name} />
      </a>
      {open && Lightbox && <Lightbox url={url} name={name} close={texts.say("close")} open={texts.say("openAlone")} onClose={() => setOpen(false)} />}
    </>
  );
}
