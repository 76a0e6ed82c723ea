import { createHmac, timingSafeEqual } from "node:crypto";

/** How long a platform may fetch a file that is being sent. Milliseconds. */
const lifetimeMs = 60 * 60_000;

export type PublicLinks = {
  /** An address without sign-in for one file: platforms that take no upload fetch it there. */
  make(workspaceId: string, attachmentId: string, now: Date): string;
  /** null: made by somebody else, changed, or too old. */
  read(token: string, now: Date): { workspaceId: string; attachmentId: string } | null;
};

/** Links anybody may follow who has them, for an hour, signed with `key`. `base`: where the world reaches this instance. */
export function publicLinks(base: string, key: Buffer): PublicLinks {
  const sign = (text: string) => createHmac("sha256", key).update(`media link\n${text}`).digest("base64url");
  return {
    make: (workspaceId, attachmentId, now) => {
      const text = [workspaceId, attachmentId, now.getTime() + lifetimeMs].join(".");
      return `${base.replace(/\/$/, "")}/api/media/${text}.${sign(text)}`;
    },
    read: (token, now) => {
      const [workspaceId = "", attachmentId = "", until = "", signature = ""] = token.split(".");
      const wanted = Buffer.from(sign([workspaceId, attachmentId, until].join(".")));
      const given = Buffer.from(signature);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || Number(until) < now.getTime()) return null;
      return { workspaceId, attachmentId };
    },
  };
}
