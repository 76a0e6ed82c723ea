/** Tells of every page that a single-page app shows, as the browser's history has it. Answers how to stop. */
export function watchPage(changed: () => void): () => void {
  let seen = location.href;
  const look = () => {
    if (location.href === seen) return;
    seen = location.href;
    changed();
  };
  const undo = (["pushState", "replaceState"] as const).map((name) => {
    const original = history[name];
    const patched: typeof original = (...state) => {
      original.apply(history, state);
      // A moment later the page has its title, too.
      setTimeout(look);
    };
    history[name] = patched;
    return () => {
      // Who patched it after us stays in.
      if (history[name] === patched) history[name] = original;
    };
  });
  addEventListener("popstate", look);
  return () => {
    for (const one of undo) one();
    removeEventListener("popstate", look);
  };
}
