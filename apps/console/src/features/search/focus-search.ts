/** The box of the search page. */
export const searchBoxId = "search-box";

/** Puts the focus into the search page's box; false: the page is not open. */
export function focusSearch(): boolean {
  const box = document.getElementById(searchBoxId);
  if (box instanceof HTMLInputElement) box.select();
  box?.focus();
  return box !== null;
}
