import { useEffect, useRef } from "preact/hooks";

/** What people in shops answer with. */
const emoji =
  "😀 😂 😊 😍 🥰 😘 😉 😎 🤔 😅 😭 😢 😡 😱 🥳 🤗 🙈 😴 👍 👎 👏 🙏 💪 👌 🤝 ✌️ 👋 🙌 ❤️ 💛 💚 💙 💜 🖤 🤍 🔥 ✨ 🎉 🎁 💐 🌸 ☀️ ⭐ ☕ 🍰 👗 👟 🛍️ 📦 🚚 💳 📍 📷 ✅ ❌ ❓".split(
    " ",
  );
const columns = 8;

export type BoardProps = { label: string; onPick: (emoji: string) => void; onEscape: () => void; onLeave: () => void };

/** A board to pick from: one stop for Tab, arrows within it, Escape leaves. */
export function EmojiBoard({ label, onPick, onEscape, onLeave }: BoardProps) {
  const board = useRef<HTMLFieldSetElement>(null);
  const go = (to: number) => board.current?.querySelectorAll("button")[Math.max(0, Math.min(emoji.length - 1, to))]?.focus();
  useEffect(() => go(0), []);
  return (
    <fieldset
      class="emoji"
      aria-label={label}
      ref={board}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (
          relatedTarget instanceof Node &&
          !currentTarget.parentElement?.querySelector("[aria-expanded]")?.contains(relatedTarget) &&
          !currentTarget.contains(relatedTarget)
        )
          onLeave();
      }}
      onKeyDown={(event) => {
        const at = [...(board.current?.querySelectorAll("button") ?? [])].indexOf(event.target as HTMLButtonElement);
        const forward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
        const steps: Record<string, number> = {
          ArrowDown: columns,
          ArrowUp: -columns,
          ArrowLeft: -1,
          ArrowRight: -1,
          [forward]: 1,
          Home: -at,
          End: emoji.length,
        };
        if (event.key === "Escape") onEscape();
        else if (steps[event.key] !== undefined) go(at + (steps[event.key] ?? 0));
        else return;
        event.preventDefault();
        // The panel's own Escape closes all of it.
        event.stopPropagation();
      }}
    >
      {emoji.map((one, index) => (
        <button type="button" key={one} tabIndex={index === 0 ? 0 : -1} onClick={() => onPick(one)}>
          {one}
        </button>
      ))}
    </fieldset>
  );
}
