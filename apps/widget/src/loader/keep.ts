export type Place = "renewal" | "held" | "open" | "offers";

/**
 * What the shop's own page keeps for the chat: a frame of another origin has no storage of its own. The key to the visitor's
 * thread stays; what is half written and whether the panel was open stay in this tab. Without consent, or where storing is
 * blocked, all of it lives as long as the page.
 */
export function keep(key: string, mayStore: boolean, changed: (renewal: string | null) => void) {
  const name = (place: Place) => `onethread.${key}.${place}`;
  const memory: { [P in Place]?: string | null } = {};
  const storage = (place: Place) => {
    try {
      return mayStore ? window["held open".includes(place) ? "sessionStorage" : "localStorage"] : null;
    } catch {
      return null;
    }
  };
  const heard = (event: StorageEvent) => {
    if (event.key !== name("renewal") || event.newValue === memory.renewal) return;
    memory.renewal = event.newValue;
    changed(event.newValue);
  };
  addEventListener("storage", heard);
  return {
    get: (place: Place): string | null => memory[place] ?? storage(place)?.getItem(name(place)) ?? null,
    set(place: Place, value: string | null): void {
      memory[place] = value;
      try {
        if (value === null) storage(place)?.removeItem(name(place));
        else storage(place)?.setItem(name(place), value);
      } catch {
        // Full: it is held until the page goes.
      }
    },
    stop: () => removeEventListener("storage", heard),
  };
}
