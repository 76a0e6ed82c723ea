/** Tells of every page that a single-page app shows, as the browser's history has it. Answers how to stop. */
export function watchPage(changed: () => void): () => void {
  let seen = location.href;
  const look = () => {
    if (location.href === seen) return;
    seen = location.href;
    changed();
  };
  const { pushState, replaceState } = history;
  const patched = (original: typeof pushState) =>
    function (this: History, ...state: Parameters<typeof pushState>) {
      original.apply(this, state);
      // A moment later the page has its title, too.
      setTimeout(look);
    };
  const [push, replace] = [patched(pushState), patched(replaceState)];
  history.pushState = push;
  history.replaceState = replace;
  addEventListener("popstate", look);
  return () => {
    // Who patched it after us stays in.
    if (history.pushState === push) history.pushState = pushState;
    if (history.replaceState === replace) history.replaceState = replaceState;
    removeEventListener("popstate", look);
  };
}
