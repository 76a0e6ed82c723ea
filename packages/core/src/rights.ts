/** Who may do what: one table. A route names one of these rights; a right that is missing here does not compile. */
export const roles = ["viewer", "agent", "supervisor", "admin", "owner"] as const;
export type Role = (typeof roles)[number];

export const scopes = ["read", "write", "send", "merge", "admin"] as const;
export type Scope = (typeof scopes)[number];

export const rights = {
  read: { role: "viewer", scope: "read" },
  see_status: { role: "viewer", scope: "read" },
  reply: { role: "agent", scope: "send" },
  work_cases: { role: "agent", scope: "write" },
  work_others_cases: { role: "supervisor", scope: "write" },
  merge_customers: { role: "agent", scope: "merge" },
  undo_merge: { role: "supervisor", scope: "merge" },
  /** Everybody's; whoever may reply has own ones. */
  manage_canned_replies: { role: "supervisor", scope: "write" },
  /** Everybody's; whoever may reply has own ones. */
  manage_macros: { role: "supervisor", scope: "write" },
  /** Everybody's; whoever may read has own ones. */
  manage_shared_views: { role: "supervisor", scope: "write" },
  manage_queues: { role: "admin", scope: "admin" },
  manage_business_hours: { role: "admin", scope: "admin" },
  manage_routing: { role: "admin", scope: "admin" },
  manage_labels: { role: "admin", scope: "admin" },
  manage_channels: { role: "admin", scope: "admin" },
  manage_members: { role: "admin", scope: "admin" },
  manage_owners: { role: "owner", scope: "admin" },
  manage_api_keys: { role: "admin", scope: "admin" },
  see_webhooks: { role: "admin", scope: "admin" },
} as const satisfies Record<string, { role: Role; scope: Scope }>;

export type Right = keyof typeof rights;

/** Who is asking, as operations see it. An API key acts with its scopes; the key's maker does not matter. */
export type Actor =
  | {
      kind: "agent";
      workspaceId: string;
      agentId: string;
      name: string;
      role: Role;
      /** What they are signed in by; missing where somebody acts for them, such as a job. */
      signIn?: { userId: string; sessionId: string };
    }
  | { kind: "api_key"; workspaceId: string; keyId: string; name: string; scopes: readonly Scope[] }
  | { kind: "system"; workspaceId: string };

export function may(actor: Actor, right: Right): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "api_key") return actor.scopes.includes(rights[right].scope);
  return roles.indexOf(actor.role) >= roles.indexOf(rights[right].role);
}

/** The lowest role that has the right: what a "forbidden" message names. */
export const roleFor = (right: Right): Role => rights[right].role;
