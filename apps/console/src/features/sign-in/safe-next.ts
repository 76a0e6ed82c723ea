/** Where to go after signing in: a path of our own, never another site's address. */
export function safeNext(next: string | string[] | undefined): string {
  const path = Array.isArray(next) ? next[0] : next;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (!path || !/^\/(?![/\\])/.test(path) || /[\u0000-\u001f\\]/.test(path)) return "/inbox/all";
  return path.startsWith("/login") ? "/inbox/all" : path;
}
