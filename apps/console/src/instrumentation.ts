/** Runs once when Next starts its server. */
export async function register(): Promise<void> {
  const { appendPeers } = await import("./append-peers.ts");
  appendPeers();
}
