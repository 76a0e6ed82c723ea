export const replaced = <T>(list: readonly T[], at: number, one: T): T[] => list.map((before, index) => (index === at ? one : before));
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_one, index) => index !== at);

/** A name that none of the others has: `choice`, `choice_2`, … */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number += 1) if (!taken.includes(`${wanted}_${number}`)) return `${wanted}_${number}`;
}
