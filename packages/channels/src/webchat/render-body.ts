/** Who did it. `externalId`: whom the business' own server has signed this visitor to be. */
type EventVisitor = { id: string; externalId?: string | undefined; name?: string | undefined };

export type VisitorFile = { id: string; kind: "image" | "video" | "audio" | "file"; mime: string; name: string | null };

/** What a visitor of a website did, as it is stored and read back by `parseBody`. */
export type VisitorAct =
  | { kind: "message"; text?: string | undefined; files?: VisitorFile[] | undefined; replyTo?: string | undefined }
  | { kind: "choice"; title: string; payload: string; replyTo: string }
  /** `claims`: addresses among the fields, as the widget asked for them. */
  | { kind: "form"; name: string; fields: Record<string, string | boolean>; claims?: { kind: "email" | "phone"; value: string }[] }
  | { kind: "survey"; score: number; comment?: string | undefined }
  /** Messages of the business, by their external ids. */
  | { kind: "receipt"; status: "delivered" | "read"; targets: string[] }
  | { kind: "identified"; facts: Record<string, string | number | boolean | null> }
  | { kind: "page"; url: string; title?: string | undefined }
  | { kind: "track"; name: string; properties: Record<string, string | number | boolean | null> };

/** `id`: made by the visitor's page, unique with the visitor. `at`: milliseconds. */
type VisitorEvent = { id: string; at: number; visitor: EventVisitor } & VisitorAct;

/** A stored body with one event. `account`: the widget's key. */
export const renderBody = (account: string, event: VisitorEvent): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ object: "webchat", entry: [{ id: account, events: [event] }] }));
