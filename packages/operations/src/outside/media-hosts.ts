import type { PlatformHosts } from "./call-platform.ts";

/**
 * Where the platforms keep media: WhatsApp and Instagram at lookaside.fbsbx.com, Messenger at cdn.fbsbx.com and
 * *.fbcdn.net, Instagram's pictures at *.cdninstagram.com.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media and the
 * attachment URLs of https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages (2026)
 */
const suffixes = ["fbsbx.com", "fbcdn.net", "cdninstagram.com", "whatsapp.net"];

/**
 * Tells whether an address is one we fetch media from: a platform's own host over https, or what stands in for the
 * Graph API. Everything else a customer or a webhook names is a link for people, never a request of ours.
 */
export function mediaHosts(hosts: PlatformHosts): (address: string) => boolean {
  const own = new Set([hosts.facebook, hosts.instagram].map((host) => new URL(host).origin));
  return (address) => {
    const url = URL.parse(address);
    if (!url || url.username || url.password) return false;
    if (own.has(url.origin)) return true;
    if (url.protocol !== "https:" || (url.port !== "" && url.port !== "443")) return false;
    return suffixes.some((suffix) => url.hostname === suffix || url.hostname.endsWith(`.${suffix}`));
  };
}
