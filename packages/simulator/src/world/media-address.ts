import type { MediaFile, MediaStore } from "./media-store.ts";

const minute = 60_000;
/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (2026): 5 minutes */
const whatsappLife = 5 * minute;
/** Addresses of Messenger and Instagram expire as well; after how long is not documented. */
const cdnLife = 24 * 60 * minute;

export type Addresses = { media: MediaStore; origin: string };

/** Where WhatsApp's file can be fetched with a token, for a short while. */
export function whatsappAddress({ media, origin }: Addresses, file: MediaFile, now = Date.now()): string {
  const ext = Math.floor((now + whatsappLife) / 1000);
  return `${origin}/whatsapp_business/attachments/?mid=${file.id}&source=webhook&ext=${ext}&hash=${media.seal(file.id, ext)}`;
}

/** Where a file from Messenger can be fetched; its name stands in the path. */
export function messengerAddress({ media, origin }: Addresses, file: MediaFile, now = Date.now()): string {
  const until = Math.floor((now + cdnLife) / 1000);
  const mark = `oh=${media.seal(file.id, until)}&oe=${until.toString(16).toUpperCase()}`;
  if (file.kind === "document") return `${origin}/v/t59.2708-21/${file.id}_n/${encodeURIComponent(file.name)}?${mark}`;
  if (file.kind === "audio" || file.kind === "voice") return `${origin}/v/t59.3654-21/${file.id}_n.mp4/audioclip-${file.at}-4120.mp4?${mark}`;
  const ending = file.mime.split("/")[1]?.replace("jpeg", "jpg") ?? "bin";
  return `${origin}/v/${file.kind === "video" ? "t42.3356-2" : "t1.15752-9"}/${file.id}_n.${ending}?_nc_cat=101&${mark}`;
}

export function instagramAddress({ media, origin }: Addresses, file: MediaFile, now = Date.now()): string {
  const until = Math.floor((now + cdnLife) / 1000);
  return `${origin}/ig_messaging_cdn/?asset_id=${file.id}&signature=${media.seal(file.id, until)}.${until.toString(16)}`;
}

/** Whether the mark of an address is ours and not too old. */
export const isValid = (media: MediaStore, id: string, until: number, mark: string, now = Date.now()): boolean =>
  Number.isFinite(until) && until * 1000 > now && media.seal(id, until) === mark;
