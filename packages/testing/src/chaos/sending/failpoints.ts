import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { until } from "../../until.ts";

/** The folder that processes started with `--conditions=chaos` look into: one file, one death. */
export type Failpoints = {
  folder: string;
  /** The next process that passes this point gets the signal. */
  arm(name: string, signal?: NodeJS.Signals): void;
  /** Waits until somebody did; answers the pid. */
  hit(name: string, seconds?: number): Promise<number>;
  disarm(name: string): void;
};

export function openFailpoints(folder: string): Failpoints {
  const file = (name: string) => path.join(folder, name);
  return {
    folder,
    arm: (name, signal = "SIGKILL") => {
      rmSync(file(`${name}.hit`), { force: true });
      writeFileSync(file(name), signal);
    },
    hit: async (name, seconds = 120) => {
      await until(`a process reaches ${name}`, () => existsSync(file(`${name}.hit`)), { seconds, every: 20 });
      return Number(readFileSync(file(`${name}.hit`), "utf8"));
    },
    disarm: (name) => rmSync(file(name), { force: true }),
  };
}
