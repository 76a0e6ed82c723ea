"use client";
import type { Attachment } from "@onethread/core/api";
import { useSyncExternalStore } from "react";
import { ApiError } from "../../api/api-error.ts";
import { maxUploadBytes, uploadFile } from "../../api/attachments.ts";
import { newIdempotencyKey } from "../../api/new-id.ts";
import { externalStore } from "../../external-store.ts";
import { untilDone } from "../../until-done.ts";

/** A file that waits in a place to be sent or kept. It is uploaded at once, and goes on uploading while one is elsewhere. */
export type TrayFile = {
  key: string;
  name: string;
  /** Bytes. */
  size: number;
  /** What was chosen here; null: it was uploaded before, perhaps by another device. */
  file: File | null;
  /** Only for pictures: an address of this page. */
  previewUrl: string | null;
  /** 0 to 1. */
  progress: number;
  attachment: Attachment | null;
  /** There is no connection: it goes on by itself when it is back. */
  waiting: boolean;
  error: unknown;
  stop: () => void;
};

const trays = externalStore<ReadonlyMap<string, readonly TrayFile[]>>(new Map());
const none: readonly TrayFile[] = [];
const listOf = (place: string): readonly TrayFile[] => trays.get().get(place) ?? none;

function change(place: string, next: (now: readonly TrayFile[]) => readonly TrayFile[]): void {
  trays.set(new Map(trays.get()).set(place, next(listOf(place))));
}

function upload(place: string, file: File, key: string): TrayFile {
  const controller = new AbortController();
  const update = (part: Partial<TrayFile>) => change(place, (now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
  if (file.size > maxUploadBytes) {
    const error = new ApiError({ status: 413, code: "body_too_large", message: "The file is too large." });
    return { key, name: file.name, size: file.size, file, previewUrl: null, progress: 0, attachment: null, waiting: false, error, stop: () => {} };
  }
  const cutOff = (error: unknown): boolean => {
    const waiting = error instanceof ApiError && error.code === "network" && !controller.signal.aborted;
    if (waiting) update({ waiting, progress: 0 });
    return waiting;
  };
  untilDone(() => uploadFile(file, (progress) => update({ progress, waiting: false }), controller.signal), cutOff).then(
    (attachment) => update({ attachment, progress: 1, waiting: false }),
    (error: unknown) => update({ error, waiting: false }),
  );
  const previewUrl = /^image\/(jpeg|png|gif|webp)$/.test(file.type) ? URL.createObjectURL(file) : null;
  return {
    key,
    name: file.name,
    size: file.size,
    file,
    previewUrl,
    progress: 0,
    attachment: null,
    waiting: false,
    error: null,
    stop: () => controller.abort(),
  };
}

const uploaded = (attachment: Attachment): TrayFile => ({
  key: attachment.id,
  name: attachment.name ?? "",
  size: attachment.bytes ?? 0,
  file: null,
  previewUrl: attachment.kind === "image" ? attachment.url : null,
  progress: 1,
  attachment,
  waiting: false,
  error: null,
  stop: () => {},
});

const letGo = (one: TrayFile): void => {
  if (one.file && one.previewUrl) URL.revokeObjectURL(one.previewUrl);
};

export const tray = {
  add: (place: string, files: readonly File[]): void =>
    change(place, (now) => [...now, ...files.map((file) => upload(place, file, newIdempotencyKey()))]),
  again: (place: string, old: TrayFile): void => {
    const { file, key } = old;
    if (!file) return;
    letGo(old);
    change(place, (now) => now.map((one) => (one.key === key ? upload(place, file, key) : one)));
  },
  remove: (place: string, old: TrayFile): void => {
    old.stop();
    letGo(old);
    change(place, (now) => now.filter((one) => one.key !== old.key));
  },
  /** Holds these uploaded files, and what is still being uploaded here. */
  hold: (place: string, attachments: readonly Attachment[]): void => {
    const now = listOf(place);
    const stays = now.filter(({ attachment }) => attachment === null || attachments.some(({ id }) => id === attachment.id));
    const missing = attachments.filter(({ id }) => !now.some(({ attachment }) => attachment?.id === id));
    if (missing.length > 0 || stays.length < now.length) change(place, () => [...stays, ...missing.map(uploaded)]);
  },
  /** Nobody comes back to this place: what is still on its way is stopped. */
  empty: (place: string): void => {
    for (const one of listOf(place)) {
      one.stop();
      letGo(one);
    }
    change(place, () => none);
  },
  list: listOf,
  /** Adds uploaded files. */
  bring: (place: string, attachments: readonly Attachment[]): void => change(place, (now) => [...now, ...attachments.map(uploaded)]),
  /** Files whose sending was refused come back. */
  put: (place: string, files: readonly TrayFile[]): void => change(place, (now) => [...files.map((one) => ({ ...one, previewUrl: null })), ...now]),
};

export const useTray = (place: string): readonly TrayFile[] =>
  useSyncExternalStore(
    trays.subscribe,
    () => listOf(place),
    () => none,
  );
