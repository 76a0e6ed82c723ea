type Source<V> = {
  /** Who holds the phones now. */
  whose(): string;
  fetch(personId: string): Promise<V>;
  show(view: V): void;
  /** After showing. True: there is something new to fetch. */
  after(): Promise<boolean>;
};

/**
 * Answers a function that fetches what the phones know and shows it. Calls while one is running are joined into one
 * more. What was asked for one person is never shown to another: an answer may take long, and its list of people may
 * be older than the person who was added meanwhile.
 */
export function keepShown<V>({ whose, fetch, show, after }: Source<V>): () => Promise<void> {
  let running = false;
  let again = false;
  return async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        const asked = whose();
        const view = await fetch(asked);
        if (asked !== whose()) {
          again = true;
          continue;
        }
        show(view);
        // Showing may find that the person is gone, and choose another.
        if (asked !== whose()) again = true;
        if (await after()) again = true;
      } while (again);
    } finally {
      running = false;
    }
  };
}
