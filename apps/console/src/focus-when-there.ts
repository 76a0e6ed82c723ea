/** What is scrolled to is in the page within so many frames. */
const patience = 20;
let wanted = 0;

/** Gives an element the focus as soon as it is in the page, unless another one is wanted meanwhile. */
export function focusWhenThere(find: () => HTMLElement | null | undefined): void {
  const mine = ++wanted;
  const look = (left: number) => {
    if (mine !== wanted) return;
    const element = find();
    if (element) element.focus({ preventScroll: true });
    else if (left > 0) requestAnimationFrame(() => look(left - 1));
  };
  look(patience);
}
