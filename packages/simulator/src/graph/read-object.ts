import type { AccountConfig } from "../config.ts";
import type { Simulator } from "../simulator.ts";
import { whatsappAddress } from "../world/media-address.ts";
import { sha256Of } from "../world/media-store.ts";
import { findPerson } from "../world/people.ts";
import { accountOfScope } from "../world/templates.ts";
import type { Answer, Wire } from "./graph-answer.ts";
import { type GraphFailure, graphFailures } from "./graph-failures.ts";

/** GET /{id}?fields=…: an account, a file, or a person as an account knows them. Unknown fields are left out, as Graph does. */
export function readObject(simulator: Simulator, id: string, fields: string | undefined): Answer {
  const account = simulator.world.accounts.get(id);
  const refused = account && tokenFailure(simulator, account);
  if (refused) return { failure: refused };
  const business = account ? undefined : accountOfScope(simulator.world, id);
  const object = account
    ? accountObject(simulator, account)
    : business
      ? { id, name: business.name, account_review_status: "APPROVED" }
      : (fileObject(simulator, id) ?? personObject(simulator, id));
  if (object === null) return { failure: graphFailures.noObject(id) };
  if ("code" in object) return { failure: object as unknown as GraphFailure };
  const wanted = fields?.split(",").map((field) => field.trim());
  const kept = Object.entries(object).filter(([key]) => key === "id" || wanted === undefined || wanted.includes(key));
  return { body: Object.fromEntries(kept) };
}

function tokenFailure(simulator: Simulator, { externalId }: AccountConfig): GraphFailure | null {
  const { token } = simulator.world.stateOf(externalId);
  return token === "valid" ? null : graphFailures.token[token];
}

function accountObject(simulator: Simulator, account: AccountConfig): Wire {
  const { externalId: id, name, displayPhoneNumber, username } = account;
  const state = simulator.world.stateOf(id);
  if (account.channel === "whatsapp") {
    return {
      id,
      display_phone_number: displayPhoneNumber,
      verified_name: name,
      quality_rating: state.quality,
      name_status: state.displayName,
      status: state.standing === "fine" ? "CONNECTED" : "RESTRICTED",
      code_verification_status: "VERIFIED",
      platform_type: "CLOUD_API",
      throughput: { level: "STANDARD" },
      messaging_limit_tier: state.tier,
      account_mode: "LIVE",
    };
  }
  if (account.channel === "messenger") return { id, name, username, category: "Clothing shop", link: `https://www.facebook.com/${id}` };
  return { id, user_id: id, name, username, account_type: "BUSINESS", profile_picture_url: undefined };
}

/** The first of two steps to a file of WhatsApp. The address lives five minutes. */
function fileObject(simulator: Simulator, id: string): Wire | null {
  const file = simulator.media.get(id);
  if (!file) return null;
  return {
    messaging_product: "whatsapp",
    url: whatsappAddress(simulator, file),
    mime_type: file.mime,
    sha256: sha256Of(file, "hex"),
    file_size: file.bytes.length,
    id,
  };
}

function personObject(simulator: Simulator, id: string): Wire | null {
  for (const account of simulator.world.accounts.values()) {
    if (account.channel === "whatsapp") continue;
    const person = findPerson(simulator.world, account, id);
    const thread = person && simulator.world.thread(account.externalId, person.id);
    // A profile can be read only after the person wrote, and never by a business they have blocked.
    if (!person || thread?.openedAt == null || thread.blocked) continue;
    const refused = tokenFailure(simulator, account);
    if (refused) return refused;
    const [first = "", ...rest] = person.name.split(" ");
    const picture = { profile_pic: `${simulator.origin}/v/t1.30497-1/${encodeURIComponent(person.id)}_n.png` };
    if (account.channel === "instagram") {
      const counts = { follower_count: 214, is_user_follow_business: true, is_business_follow_user: false, is_verified_user: false };
      return { id, name: person.name, username: person.username ?? undefined, ...picture, ...counts };
    }
    return { id, name: person.name, first_name: first, last_name: rest.join(" "), ...picture };
  }
  return null;
}
