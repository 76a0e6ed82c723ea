/** Shows an item of the open timeline, wherever it is scrolled to; set by the timeline, one is open at a time. */
let show: ((id: string) => void) | null = null;

export function setGoTo(next: (id: string) => void): () => void {
  show = next;
  return () => {
    if (show === next) show = null;
  };
}

export const goToItem = (id: string): void => show?.(id);
