import { messagingAccount, type Simulator } from "../simulator.ts";
import { makeCommentId, makeMediaId } from "../wire/make-id.ts";
import { messagingChange } from "../wire/messaging.ts";
import { scopedId } from "../world/people.ts";
import { type Acting, CannotAct, type Done, tell } from "./act-context.ts";
import type { ActOf } from "./act-schema.ts";
import { note } from "./person-events.ts";

/**
 * A person comments in public: under a post of the Page, or under a post, an ad or a live video of the Instagram account.
 * Sources: https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed,
 * https://developers.facebook.com/docs/instagram-platform/webhooks (2026)
 */
export function personComments(simulator: Simulator, acting: Acting, act: ActOf<"comment">): Promise<Done> {
  const { account, person, at } = acting;
  if (account.channel === "whatsapp") throw new CannotAct("WhatsApp has no comments.");
  const thread = simulator.world.beginThread(account, person);
  const places = { post: "under a post", ad: "under an ad", reel: "under a reel", live: "in a live video" };
  const wire = messagingAccount(account);
  // Who comments is known by another id than who writes.
  const author = `2${scopedId(simulator.world, account, person)}`.slice(0, 17);
  if (account.channel === "messenger") {
    const post = `${account.externalId}_${makeMediaId().slice(0, 6)}`;
    const id = `${post.split("_")[1]}_${makeMediaId().slice(0, 8)}`;
    note(simulator, acting, thread, `💬 You commented ${places[act.where]}: ${act.text}`, id);
    thread.comments = { ...thread.comments, [id]: at };
    const value = {
      item: "comment",
      verb: "add",
      comment_id: id,
      post_id: post,
      parent_id: act.parentId ?? post,
      created_time: Math.floor(at / 1000),
      from: { id: author, name: person.name },
      message: act.text,
    };
    return tell(simulator, { ...acting, thread: undefined }, messagingChange(wire, "feed", value, at), { externalId: id });
  }
  const id = makeCommentId();
  const kind = { post: "FEED", ad: "AD", reel: "REELS", live: "LIVE" }[act.where];
  note(simulator, acting, thread, `💬 You commented ${places[act.where]}: ${act.text}`, id);
  thread.comments = { ...thread.comments, [id]: at };
  const value = {
    id,
    from: { id: author, username: person.username ?? person.name.toLowerCase().replace(/\W+/g, ".") },
    media: {
      id: `181${makeMediaId().slice(0, 14)}`,
      media_product_type: kind,
      ...(act.where === "ad" ? { ad_id: "120219990001112223", ad_title: "Autumn coats" } : {}),
    },
    ...(act.parentId ? { parent_id: act.parentId } : {}),
    text: act.text,
  };
  const field = act.where === "live" ? "live_comments" : "comments";
  return tell(simulator, { ...acting, thread: undefined }, messagingChange(wire, field, value, at), { externalId: id });
}
