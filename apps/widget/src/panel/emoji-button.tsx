import { useRef, useState } from "preact/hooks";
import { usePanel } from "./context.ts";
import { Icon } from "./icons.tsx";
import { Problem } from "./problem.tsx";
import { useLater } from "./use-later.ts";
import { useTry } from "./use-try.ts";

/** Opens the board of emoji, which is fetched when it is first asked for. `onPick` puts one where the caret is. */
export function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const { texts } = usePanel();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { Part: Board, fetch } = useLater(() => import("./emoji-board.tsx").then((module) => module.EmojiBoard));
  const { problem, run } = useTry(async () => {
    await fetch();
    setOpen((now) => !now);
  });
  const label = texts.say("emoji");
  return (
    <>
      <button type="button" class="round" ref={button} aria-label={label} title={label} aria-expanded={open} onClick={() => void run()}>
        <Icon name="smile" />
      </button>
      {open && Board && (
        <Board
          label={label}
          onPick={(emoji) => {
            setOpen(false);
            onPick(emoji);
          }}
          onEscape={() => {
            setOpen(false);
            button.current?.focus();
          }}
          onLeave={() => setOpen(false)}
        />
      )}
      <Problem text={problem} />
    </>
  );
}
