import type { Door } from "@onethread/core/api";

/** Whether a plain text may leave through this door now, as far as the server's last word goes. */
export function takesText(door: Door, now: number): boolean {
  if (door.state === "unknown") return true;
  if (door.expiresAt !== null && Date.parse(door.expiresAt) <= now) return false;
  return door.state !== "blocked" && door.state !== "template_only" && door.allowed.includes("text");
}

/** The door a reply takes: the one chosen here, else the one the customer used last. Never another one by itself. */
export function pickDoor(doors: readonly Door[], chosenId: string | null): Door | undefined {
  return doors.find((door) => door.id === chosenId) ?? doors.find((door) => door.isDefault) ?? doors[0];
}
