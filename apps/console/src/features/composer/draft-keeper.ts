"use client";
import type { Draft } from "@onethread/core/api";
import { ApiError } from "../../api/api-error.ts";
import { deleteDraft, listDrafts, putDraft } from "../../api/drafts.ts";
import { getMessage } from "../../api/messages.ts";
import { leaveWhenSignedOut } from "../../api/query-client.ts";
import { externalStore } from "../../external-store.ts";
import { chooseDraft } from "./choose-draft.ts";
import { type DraftPlace, isEmpty, type KeptDraft, modes, noDraft, readKept, sameContent, writeKept } from "./draft-store.ts";

/** Typing rests this long before the draft is saved. Milliseconds. */
const rest = 800;

type Shown = { kept: KeptDraft /** Another device's newer draft, while the agent has not decided. */; theirs: Draft | null };
type Content = Partial<Pick<KeptDraft, "text" | "files" | "quoted" | "sinceId">>;
/** Told when the server has taken, or lost, a draft. */
export type Stored = (place: DraftPlace, draft: Draft | null) => void;

export type DraftKeeper = {
  get(): Shown;
  subscribe(listener: () => void): () => void;
  set(content: Content): void;
  /** Sent: nothing is left of it, here and on the server. */
  clear(): void;
  /** Into the browser's storage now, and on to the server. */
  save(): void;
  /** Resolves when nothing is on its way to the server; `written` counts what arrived there. */
  settled(): Promise<void>;
  written(): number;
  /** What the server has. */
  hear(theirs: Draft | null): Promise<void>;
  useTheirs(): void;
  keepMine(): void;
};

const keepers = new Map<string, DraftKeeper>();

/** Keeps one draft: in the browser at once, on the server when typing rests. One for each place, as long as the page. */
export function draftKeeper(place: DraftPlace, stored: Stored): DraftKeeper {
  const key = `${place.agentId} ${place.conversationId} ${place.mode}`;
  const known = keepers.get(key) ?? openKeeper(place, stored);
  keepers.set(key, known);
  return known;
}

/** Asks the server what it has, and lets each keeper decide. What was written meanwhile finds out by itself. */
export async function refreshDrafts(agentId: string, conversationId: string, stored: Stored): Promise<void> {
  const asked = modes.map((mode) => ({ mode, keeper: draftKeeper({ agentId, conversationId, mode }, stored) }));
  await Promise.all(asked.map(({ keeper }) => keeper.settled()));
  const marks = asked.map(({ keeper }) => keeper.written());
  const drafts = await listDrafts(conversationId);
  await Promise.all(
    asked.map(async ({ mode, keeper }, index) => {
      if (keeper.written() === marks[index]) await keeper.hear(drafts.find((draft) => draft.mode === mode) ?? null);
    }),
  );
}

function openKeeper(place: DraftPlace, stored: Stored): DraftKeeper {
  const shown = externalStore<Shown>({ kept: readKept(place), theirs: null });
  let edits = 0;
  let written = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const show = (next: Partial<Shown>) => shown.set({ ...shown.get(), ...next });
  const change = (part: Partial<KeptDraft>) => show({ kept: { ...shown.get().kept, ...part } });

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    writeKept(place, shown.get().kept);
    running ??= push().finally(() => {
      running = undefined;
    });
  }

  async function push(): Promise<void> {
    while (shown.get().kept.dirty && !shown.get().theirs) {
      const at = edits;
      written++;
      try {
        const draft = await store(place, shown.get().kept);
        written++;
        change({ version: draft?.version ?? null, dirty: edits !== at });
        writeKept(place, shown.get().kept);
        stored(place, draft);
        // What was typed meanwhile waits for its own rest.
        if (timer !== undefined) return;
      } catch (error) {
        leaveWhenSignedOut(error);
        const other = error instanceof ApiError && error.code === "draft_changed";
        // Anything else is tried again with the next change, and when the network is back.
        if (!other) return;
        const theirs = await listDrafts(place.conversationId).catch(() => null);
        if (theirs === null) return;
        await hear(theirs.find(({ mode }) => mode === place.mode) ?? null);
      }
    }
  }

  async function hear(theirs: Draft | null): Promise<void> {
    const choice = chooseDraft(shown.get().kept, theirs);
    if (choice === "take") await take(theirs);
    else if (choice === "ask") show({ theirs });
    else if (choice === "push") {
      change({ version: theirs?.version ?? null });
      save();
    } else if (shown.get().theirs) show({ theirs: null });
  }

  async function take(theirs: Draft | null): Promise<void> {
    const at = edits;
    const quoted = theirs?.replyToId ? await getMessage(theirs.replyToId).catch(() => null) : null;
    // Somebody typed meanwhile: now both have something.
    if (edits !== at && theirs && !sameContent(shown.get().kept, theirs)) return show({ theirs });
    const { sinceId } = shown.get().kept;
    const kept = theirs ? { text: theirs.text, files: theirs.attachments, quoted, sinceId, version: theirs.version, dirty: false } : { ...noDraft };
    show({ kept, theirs: null });
    writeKept(place, kept);
    stored(place, theirs);
  }

  const edit = (content: Content) => {
    edits++;
    change({ ...content, dirty: true });
  };

  return {
    get: shown.get,
    subscribe: shown.subscribe,
    set: (content) => {
      edit(content);
      clearTimeout(timer);
      timer = setTimeout(save, rest);
    },
    clear: () => {
      edit({ text: "", files: [], quoted: null, sinceId: null });
      show({ theirs: null });
      save();
    },
    save,
    settled: async () => {
      while (running) await running;
    },
    written: () => written,
    hear,
    useTheirs: () => {
      if (shown.get().theirs) void take(shown.get().theirs);
    },
    keepMine: () => {
      change({ version: shown.get().theirs?.version ?? null });
      show({ theirs: null });
      edit({});
      save();
    },
  };
}

/** Writes a draft over the version it was made from; an empty one is deleted. */
async function store({ conversationId, mode }: DraftPlace, kept: KeptDraft): Promise<Draft | null> {
  if (isEmpty(kept)) {
    await deleteDraft(conversationId, mode);
    return null;
  }
  return putDraft(conversationId, mode, {
    text: kept.text,
    attachmentIds: kept.files.map(({ id }) => id),
    replyToId: kept.quoted?.id ?? null,
    version: kept.version,
  });
}
