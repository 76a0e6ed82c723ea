import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { PendingWebhook } from "../webhook-sender.ts";
import type { WorldState } from "./world.ts";

export type SavedState = WorldState & { pending: PendingWebhook[] };

/** What was saved; nothing when there is no file or it cannot be read: a simulator starts in any case. */
export function loadState(path: string | undefined): Partial<SavedState> {
  if (path === undefined) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Partial<SavedState>;
  } catch {
    return {};
  }
}

/** Writes the state at most once in a while, and whole: a reader never sees half a file. */
export class StateStore {
  #timer: NodeJS.Timeout | undefined;
  readonly #path: string | undefined;
  readonly #read: () => SavedState;

  constructor(path: string | undefined, read: () => SavedState) {
    this.#path = path;
    this.#read = read;
  }

  schedule(): void {
    if (this.#path === undefined || this.#timer) return;
    this.#timer = setTimeout(() => this.flush(), 500);
    this.#timer.unref();
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#path === undefined) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    const temporary = `${this.#path}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(this.#read()), { mode: 0o600 });
    renameSync(temporary, this.#path);
  }
}
