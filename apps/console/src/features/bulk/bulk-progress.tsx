"use client";
import { putOff } from "../../put-off.tsx";
import { useShownBulkChanges } from "./running.ts";

const BulkProgressLine = putOff(() => import("./bulk-progress-line.tsx").then((module) => module.BulkProgressLine));

/** How far changes of many conversations are, a line for each. */
export function BulkProgress() {
  const shown = useShownBulkChanges();
  return shown.map((id) => <BulkProgressLine key={id} id={id} />);
}
