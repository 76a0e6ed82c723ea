import type { MediaFile } from "../world/media-store.ts";
import type { Shown } from "../world/shown.ts";
import type { MessageAct } from "./act-schema.ts";

/** How the phone shows what its owner has sent. */
export function showAct(act: MessageAct, file: MediaFile | null): { text: string; shown?: Shown } {
  switch (act.type) {
    case "text":
      return { text: act.text };
    case "media":
      return { text: act.caption ?? "", shown: file ? { media: { id: file.id, kind: act.kind, name: file.name, mime: file.mime } } : {} };
    case "location":
      return {
        text: act.name ?? "",
        shown: { label: "📍 Location", lines: [act.address, `${act.latitude}, ${act.longitude}`].filter((one) => one !== undefined) },
      };
    case "contact":
      return { text: act.name, shown: { label: "👤 Contact", lines: [act.phone, ...(act.email ? [act.email] : [])] } };
    case "share_number":
      return { text: "", shown: { label: "📞 You shared your phone number" } };
    case "order":
      return {
        text: act.text ?? "",
        shown: {
          label: "🛒 Order",
          lines: act.items.map((item) => `${item.quantity} × ${item.name ?? item.id}, ${item.price.toFixed(2)} ${item.currency}`),
        },
      };
    case "product_question":
      return { text: act.text, shown: { label: `🏷️ ${act.title ?? `Product ${act.productId}`}` } };
    case "from_ad":
      return { text: act.text, shown: { label: `📣 From the ad “${act.headline}”` } };
    case "story_reply":
      return { text: act.text, shown: { label: "Reply to their story" } };
    case "story_mention":
      return { text: "", shown: { label: "You mentioned them in your story" } };
    case "share":
      return { text: act.text ?? "", shown: { label: `Shared ${act.what}: ${act.title ?? "New in the shop"}` } };
    case "heart":
      return { text: "❤️" };
    case "unsupported":
      return { text: "", shown: { label: "📊 A poll, which businesses can't see" } };
    case "group_text":
      return { text: act.text, shown: { label: "👥 In a group" } };
  }
}
