/** Which build of the console the server runs now. Null: it does not say (an older one, or no answer). */
export async function getServedBuild(signal: AbortSignal): Promise<string | null> {
  const response = await fetch("/build", { signal, cache: "no-store" });
  if (!response.ok) return null;
  const { build } = (await response.json()) as { build?: unknown };
  return typeof build === "string" && build !== "" ? build : null;
}
