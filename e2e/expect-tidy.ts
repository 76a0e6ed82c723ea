import { expect, type Page } from "@playwright/test";

/** Nothing sticks out of the window, lies over a control, is cut off without a sign of it, or is written over other text. */
export async function expectTidy(page: Page, what: string): Promise<void> {
  expect.soft(await page.evaluate(findings), what).toEqual([]);
}

// What the page has: this folder is not compiled for a browser, and the types of one would reach all of it.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Element = any;
type Box = { left: number; top: number; right: number; bottom: number; width: number; height: number };
declare const document: Element;
declare const getComputedStyle: (element: Element) => Record<string, string>;
declare const innerWidth: number;
declare const innerHeight: number;
declare const DOMRect: new (x: number, y: number, width: number, height: number) => Box;

/** Runs in the page: must not use anything from outside of itself. */
function findings(): string[] {
  const found: string[] = [];
  const name = (element: Element): string => {
    const id = element.getAttribute("data-testid") ?? element.getAttribute("aria-label") ?? "";
    return `<${element.tagName.toLowerCase()}${id ? ` ${id}` : ""}> "${(element.textContent ?? "").trim().slice(0, 40)}"`;
  };
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) found.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);

  for (const element of document.querySelectorAll("*")) {
    const scrolls = getComputedStyle(element).overflowY === "auto" && element.clientHeight > 200;
    if (scrolls && element.scrollWidth > element.clientWidth + 1) found.push(`${name(element)} is wider than its place`);
  }

  /** The part of a box that no ancestor cuts off, within the window; null: none. */
  const visibleBox = (element: Element, box: Box): Box | null => {
    let [left, top, right, bottom] = [
      Math.max(0, box.left),
      Math.max(0, box.top),
      Math.min(innerWidth, box.right),
      Math.min(innerHeight, box.bottom),
    ];
    for (let parent = element; parent; parent = parent.parentElement) {
      const style = getComputedStyle(parent);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const outer = parent.getBoundingClientRect();
      [left, top] = [Math.max(left, outer.left), Math.max(top, outer.top)];
      [right, bottom] = [Math.min(right, outer.right), Math.min(bottom, outer.bottom)];
    }
    return right - left > 2 && bottom - top > 2 ? new DOMRect(left, top, right - left, bottom - top) : null;
  };
  const isHidden = (element: Element): boolean =>
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest(".sr-only, [inert]") !== null;
  /** What scrolls sideways on purpose is cut off at its sides. */
  const inRow = (element: Element): boolean => {
    for (let parent = element.parentElement; parent; parent = parent.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(parent).overflowX ?? "") && parent.clientHeight < 200) return true;
    return false;
  };
  const onTop = (box: Box): Element => document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const related = (a: Element, b: Element): boolean => a.contains(b) || b.contains(a);

  // A dialog lies over everything on purpose: only what is in it is looked at then.
  const scope = [...document.querySelectorAll("[role=dialog]")].at(-1) ?? document.body;
  for (const control of scope.querySelectorAll("button, a[href], input, select, textarea, [role=tab], [role=option], [role=menuitem]")) {
    if (isHidden(control)) continue;
    // A link that goes over several lines is judged by its first.
    const whole = control.getClientRects()[0];
    const box = whole && visibleBox(control, whole);
    if (box && box.width < whole.width - 4 && !inRow(control)) found.push(`${name(control)} is cut off at its side`);
    // What scrolls out of its box is cut there on purpose: only what shows most of itself has to be free.
    if (!box || box.height < whole.height * 0.6) continue;
    const top = onTop(box);
    const label = control.closest("label");
    // A button that floats over what scrolls (to the latest message) is out of the way as soon as one scrolls.
    if (top?.closest("[data-floating]")) continue;
    if (top && !related(top, control) && !(label && related(top, label))) found.push(`${name(top)} lies over ${name(control)}`);
  }

  const texts: { element: Element; box: Box }[] = [];
  for (const element of scope.querySelectorAll("*")) {
    const own = [...element.childNodes].filter((node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "");
    if (own.length === 0 || isHidden(element) || element.closest("svg, option, [data-floating]")) continue;
    const style = getComputedStyle(element);
    const clips = style.overflowX === "hidden" || style.overflowX === "clip";
    if (clips && style.textOverflow !== "ellipsis" && style.webkitLineClamp === "none" && element.scrollWidth > element.clientWidth + 1)
      found.push(`${name(element)} is cut off`);
    const range = document.createRange();
    for (const node of own) {
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const box = visibleBox(element, line);
        // Text under something else (a sticky head over what scrolls) is not seen and disturbs nobody.
        const top = box && onTop(box);
        if (box && top && related(top, element)) texts.push({ element, box });
      }
    }
  }
  texts.forEach((a, index) => {
    for (const b of texts.slice(index + 1)) {
      if (related(a.element, b.element)) continue;
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (width > 2 && height > 4) found.push(`${name(a.element)} is written over ${name(b.element)}`);
    }
  });
  return [...new Set(found)];
}
