import type { VisitorKeys } from "@onethread/db/read";
import { type Context, placesOfVisitors } from "@onethread/operations";

/** Looking up rests this long, so that much that happens at once is one look. Milliseconds. */
const restMs = 500;

type Followed = { keys: VisitorKeys; conversationId: string | null; moved: (conversationId: string | null) => void };

/**
 * Where visitors' threads are, for as long as their pages listen. Many are looked up in one statement, and a workspace no
 * oftener than twice a second, whatever happens in it.
 */
export function followPlaces(context: Context, onError: (error: Error) => void) {
  const workspaces = new Map<string, Set<Followed>>();
  const due = new Map<string, Set<Followed>>();
  const looking = new Set<string>();

  async function look(workspaceId: string): Promise<void> {
    if (looking.has(workspaceId)) return;
    looking.add(workspaceId);
    for (let list = due.get(workspaceId); list; list = due.get(workspaceId)) {
      due.delete(workspaceId);
      const followed = [...list].filter((one) => workspaces.get(workspaceId)?.has(one));
      try {
        const places = await placesOfVisitors(
          context,
          workspaceId,
          followed.map(({ keys }) => keys),
        );
        for (const [index, one] of followed.entries()) {
          const conversationId = places[index]?.conversationId ?? null;
          if (conversationId === one.conversationId || !workspaces.get(workspaceId)?.has(one)) continue;
          one.conversationId = conversationId;
          one.moved(conversationId);
        }
      } catch (error) {
        onError(error as Error);
      }
      await new Promise((resolve) => setTimeout(resolve, restMs).unref());
    }
    looking.delete(workspaceId);
  }

  function lookUp(workspaceId: string, whom: "all" | "unknown" | Followed): void {
    const all = workspaces.get(workspaceId);
    if (!all) return;
    const list = due.get(workspaceId) ?? new Set();
    if (typeof whom === "object") list.add(whom);
    else for (const one of all) if (whom === "all" || one.conversationId === null) list.add(one);
    if (list.size === 0) return;
    due.set(workspaceId, list);
    void look(workspaceId);
  }

  return {
    /** Calls back with the visitor's conversation (UUID) once it is known, and whenever it is another. Answers how to stop. */
    follow(keys: VisitorKeys, moved: Followed["moved"]): () => void {
      const followed: Followed = { keys, conversationId: null, moved };
      const all = workspaces.get(keys.workspaceId) ?? new Set();
      workspaces.set(keys.workspaceId, all.add(followed));
      lookUp(keys.workspaceId, followed);
      return () => {
        all.delete(followed);
        if (all.size === 0 && workspaces.get(keys.workspaceId) === all) workspaces.delete(keys.workspaceId);
      };
    },
    /** `unknown`: those who had no thread when they were last looked up. */
    lookUp: (workspaceId: string, whom: "all" | "unknown") => lookUp(workspaceId, whom),
    lookUpEverywhere: () => {
      for (const workspaceId of workspaces.keys()) lookUp(workspaceId, "all");
    },
  };
}
