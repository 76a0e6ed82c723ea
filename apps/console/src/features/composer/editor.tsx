"use client";
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { atRest } from "../../at-rest.ts";
import { onIdle } from "../../on-idle.ts";
import type { EditorHandle, EditorProps, FieldHandle, HandOver } from "./field.ts";
import { PlainField } from "./plain-field.tsx";
import { useRichField } from "./use-rich-field.ts";

/**
 * Longer texts stay in, and go back to, a plain field, which is quicker with them: up to here a key is on the screen as
 * soon in either (median 12 ms), at twice the length the editor takes half as long again. More than any channel takes.
 * UTF-16 units.
 */
const longestRich = 10_000;

/** What is open over the page (a dialog, the palette) gives the focus back to the very field it took it from. */
const isCovered = () => document.querySelector("[data-overlay]") !== null;

/**
 * Where one writes. A plain field stands there at once; the editor takes its place when it is loaded, in one go with the
 * text, the caret, the focus and what undo takes back, so that no key is lost. It never does so in the middle of a word of
 * an input method, and where it cannot be loaded, the plain field stays.
 */
export function Editor({ ref, ...props }: EditorProps & { ref?: Ref<EditorHandle> }) {
  const field = useRef<FieldHandle>(null);
  const [composing, setComposing] = useState(false);
  const [shown, setShown] = useState<{ rich: boolean; start: HandOver | null }>({ rich: false, start: null });
  const Rich = useRichField();
  // Going from conversation to conversation is not held up by editors that nobody writes in.
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    let here = true;
    const callOff = atRest(() => onIdle(() => here && setCalm(true)));
    return () => {
      here = false;
      callOff();
    };
  }, []);
  const wanted = Rich !== null && calm && props.value.length <= longestRich && (shown.rich || !composing);
  useLayoutEffect(() => {
    if (wanted === shown.rich) return;
    const swap = () => setShown({ rich: wanted, start: field.current?.handOver() ?? null });
    if (!isCovered()) return swap();
    const timer = setInterval(() => {
      // In one go, so that no key falls between the two.
      if (!isCovered()) flushSync(swap);
    }, 100);
    return () => clearInterval(timer);
  }, [wanted, shown.rich]);
  useImperativeHandle(ref, () => {
    const now = () => field.current;
    return {
      focus: () => now()?.focus(),
      insert: (text) => now()?.insert(text),
      replace: (start, end, text) => now()?.replace(start, end, text),
      select: (start, end) => now()?.select(start, end),
      selection: () => now()?.selection() ?? { start: 0, end: 0 },
      text: () => now()?.text() ?? "",
      element: () => now()?.element() ?? null,
    };
  }, []);
  if (shown.rich && Rich) return <Rich ref={field} start={shown.start} {...props} />;
  return <PlainField ref={field} start={shown.start} onComposing={setComposing} {...props} />;
}
