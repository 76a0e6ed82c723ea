/**
 * A beat every `periodMs` for any number of streams by one timer, each stream in one of `slots`: five thousand of them are a
 * few hundred writes a second and never all at once. Answers how to join; joining answers how to leave.
 */
export function sharedBeats(periodMs: number, slots = 15): (beat: () => void) => () => void {
  const groups = Array.from({ length: slots }, () => new Set<() => void>());
  let [members, joined, turn] = [0, 0, 0];
  let timer: NodeJS.Timeout | undefined;
  return (beat) => {
    const group = groups[joined++ % slots] as Set<() => void>;
    group.add(beat);
    members++;
    timer ??= setInterval(() => {
      for (const one of groups[turn++ % slots] as Set<() => void>) one();
    }, periodMs / slots);
    return () => {
      if (!group.delete(beat) || --members > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
}
