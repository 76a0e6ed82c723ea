/**
 * Folds rings into at most one per `everyMs`: the first rings at once, those that follow within the time ring once at
 * its end.
 */
export function doorbell(ring: () => Promise<void>, everyMs: number): () => void {
  let resting = false;
  let again = false;
  const rest = () => {
    resting = true;
    setTimeout(() => {
      resting = false;
      if (!again) return;
      again = false;
      press();
    }, everyMs);
  };
  const press = () => {
    if (resting) {
      again = true;
      return;
    }
    rest();
    void ring();
  };
  return press;
}
