import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MediaFile, MediaKind, MediaStore } from "./media-store.ts";

type Sample = { file: string; mime: string; name: string };

/** What is sent when nobody chooses a file. Pages and Instagram have voice clips in MP4, WhatsApp in OGG. */
const samples: Record<MediaKind, Sample> = {
  image: { file: "photo.jpg", mime: "image/jpeg", name: "coat.jpg" },
  video: { file: "clip.mp4", mime: "video/mp4", name: "coat.mp4" },
  audio: { file: "sound.m4a", mime: "audio/mp4", name: "sound.m4a" },
  voice: { file: "voice.ogg", mime: "audio/ogg; codecs=opus", name: "voice.ogg" },
  document: { file: "order.pdf", mime: "application/pdf", name: "order-10482.pdf" },
  sticker: { file: "sticker.webp", mime: "image/webp", name: "sticker.webp" },
};

/** A new file with the content of a sample. */
export function addSample(media: MediaStore, kind: MediaKind, whatsapp: boolean): MediaFile {
  const sample = kind === "voice" && !whatsapp ? samples.audio : samples[kind];
  const bytes = readFileSync(fileURLToPath(new URL(`../samples/${sample.file}`, import.meta.url)));
  return media.add({ kind, mime: sample.mime, name: sample.name, bytes });
}
