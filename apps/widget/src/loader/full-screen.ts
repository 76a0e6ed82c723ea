/** Where the panel is the whole screen. */
export const isNarrow = (): boolean => matchMedia("(max-width: 639px)").matches;

/**
 * On a phone the open panel is the whole screen: what is behind it can't be reached, and it is as high as the keyboard
 * leaves. Answers how to give the page back.
 */
export function fullScreen(element: HTMLElement): () => void {
  if (!isNarrow()) return () => {};
  const behind = ([...document.body.children] as HTMLElement[]).filter((one) => one !== element && !one.inert);
  for (const one of behind) one.inert = true;
  const view = window.visualViewport;
  const takeHeight = () => view && element.style.setProperty("--view", `${view.height}px`);
  takeHeight();
  view?.addEventListener("resize", takeHeight);
  return () => {
    for (const one of behind) one.inert = false;
    view?.removeEventListener("resize", takeHeight);
  };
}
