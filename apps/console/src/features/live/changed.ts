type Listener = (conversationIds: readonly string[]) => void;
const listeners = new Set<Listener>();

/** Tells of conversations that changed just now. Answers how to stop. */
export function onChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const reportChanged: Listener = (ids) => {
  if (ids.length > 0) for (const listener of listeners) listener(ids);
};
