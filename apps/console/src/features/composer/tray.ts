"use client";
import type { Attachment } from "@onethread/core/api";
import { useSyncExternalStore } from "react";
import { ApiError } from "../../api/api-error.ts";
import { maxUploadBytes, uploadFile } from "../../api/attachments.ts";
import { newIdempotencyKey } from "../../api/new-id.ts";
import { externalStore } from "../../external-store.ts";

/** A file that waits to be sent. It is uploaded at once, and goes on uploading while another conversation is open. */
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
  error: unknown;
  stop: () => void;
};

const trays = externalStore<ReadonlyMap<string, readonly TrayFile[]>>(new Map());
const none: readonly TrayFile[] = [];
const listOf = (conversationId: string): readonly TrayFile[] => trays.get().get(conversationId) ?? none;

function change(conversationId: string, next: (now: readonly TrayFile[]) => readonly TrayFile[]): void {
  trays.set(new Map(trays.get()).set(conversationId, next(listOf(conversationId))));
}

function upload(conversationId: string, file: File, key: string): TrayFile {
  const controller = new AbortController();
  const update = (part: Partial<TrayFile>) => change(conversationId, (now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
  if (file.size > maxUploadBytes) {
    const error = new ApiError({ status: 413, code: "body_too_large", message: "The file is too large." });
    return { key, name: file.name, size: file.size, file, previewUrl: null, progress: 0, attachment: null, error, stop: () => {} };
  }
  uploadFile(file, (progress) => update({ progress }), controller.signal).then(
    (attachment) => update({ attachment, progress: 1 }),
    (error: unknown) => update({ error }),
  );
  const previewUrl = /^image\/(jpeg|png|gif|webp)$/.test(file.type) ? URL.createObjectURL(file) : null;
  return { key, name: file.name, size: file.size, file, previewUrl, progress: 0, attachment: null, error: null, stop: () => controller.abort() };
}

const uploaded = (attachment: Attachment): TrayFile => ({
  key: attachment.id,
  name: attachment.name ?? "",
  size: attachment.bytes ?? 0,
  file: null,
  previewUrl: attachment.kind === "image" ? attachment.url : null,
  progress: 1,
  attachment,
  error: null,
  stop: () => {},
});

const letGo = (one: TrayFile): void => {
  if (one.file && one.previewUrl) URL.revokeObjectURL(one.previewUrl);
};

export const tray = {
  add: (conversationId: string, files: readonly File[]): void =>
    change(conversationId, (now) => [...now, ...files.map((file) => upload(conversationId, file, newIdempotencyKey()))]),
  again: (conversationId: string, old: TrayFile): void => {
    const { file, key } = old;
    if (!file) return;
    letGo(old);
    change(conversationId, (now) => now.map((one) => (one.key === key ? upload(conversationId, file, key) : one)));
  },
  remove: (conversationId: string, old: TrayFile): void => {
    old.stop();
    letGo(old);
    change(conversationId, (now) => now.filter((one) => one.key !== old.key));
  },
  /** Holds these uploaded files, and what is still being uploaded here. */
  hold: (conversationId: string, attachments: readonly Attachment[]): void => {
    const now = listOf(conversationId);
    const stays = now.filter(({ attachment }) => attachment === null || attachments.some(({ id }) => id === attachment.id));
    const missing = attachments.filter(({ id }) => !now.some(({ attachment }) => attachment?.id === id));
    if (missing.length > 0 || stays.length < now.length) change(conversationId, () => [...stays, ...missing.map(uploaded)]);
  },
  list: listOf,
  /** Files whose sending was refused come back. */
  put: (conversationId: string, files: readonly TrayFile[]): void =>
    change(conversationId, (now) => [...files.map((one) => ({ ...one, previewUrl: null })), ...now]),
};

export const useTray = (conversationId: string): readonly TrayFile[] =>
  useSyncExternalStore(
    trays.subscribe,
    () => listOf(conversationId),
    () => none,
  );
