import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { usePanel } from "./context.ts";
import { Icon } from "./icons.tsx";

type Props = { title: string; onBack?: (() => void) | undefined; children?: ComponentChildren };

/** The head of every screen. Its title takes the focus when the screen opens, so that it is read out. */
export function Header({ title, onBack, children }: Props) {
  const { texts, close } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header class="head">
      {onBack && (
        <button type="button" class="round" aria-label={texts.say("back")} onClick={onBack}>
          <Icon name="back" />
        </button>
      )}
      <h1 tabIndex={-1} ref={heading}>
        <bdi>{title}</bdi>
      </h1>
      {children}
      <button type="button" class="round" aria-label={texts.say("close")} onClick={close}>
        <Icon name="close" />
      </button>
    </header>
  );
}
