// A single-page app in a few lines. Each route brings a body of its own, as frameworks for whole pages do it (Turbo, Astro).
// Nothing is to be done for the chat: it stays, an open conversation goes on, and agents see which page their visitor is on.
function show(path) {
  const title = path.endsWith("scarfs") ? "Scarfs" : "Coats";
  const body = document.createElement("body");
  body.append(document.querySelector("nav"), Object.assign(document.createElement("h1"), { textContent: title }));
  document.body.replaceWith(body);
  document.title = title;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("nav a");
  if (!link) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  show(location.pathname);
});
addEventListener("popstate", () => show(location.pathname));
