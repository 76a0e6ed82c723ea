/** Raises the launcher while it would cover what has the focus on the page (WCAG 2.4.11). Answers how to stop. */
export function makeWay(launcher: HTMLElement, element: HTMLElement): () => void {
  const look = ({ target }: FocusEvent) => {
    element.style.setProperty("--raise", "0px");
    if (target === element) return;
    const [ours, theirs] = [launcher.getBoundingClientRect(), (target as Element).getBoundingClientRect()];
    // What fills much of the screen is a surface, not a control below us.
    if (theirs.height > innerHeight / 2) return;
    const covers = ours.left < theirs.right && ours.right > theirs.left && ours.top < theirs.bottom && ours.bottom > theirs.top;
    if (covers) element.style.setProperty("--raise", `${Math.ceil(ours.bottom - theirs.top) + 8}px`);
  };
  document.addEventListener("focusin", look);
  return () => document.removeEventListener("focusin", look);
}
