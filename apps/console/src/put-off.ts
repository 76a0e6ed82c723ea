import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { onIdle } from "./on-idle.ts";

/**
 * A component that is not among the first things on a screen, loaded when the browser has nothing else to do, or as soon
 * as it is shown: so that what comes first comes sooner.
 */
export function putOff<Props>(load: () => Promise<ComponentType<Props>>, loading?: () => React.ReactNode): ComponentType<Props> {
  // Without a connection it is simply not there yet: once it is shown, it is asked for again, and says what is wrong.
  onIdle(() => void load().catch(() => undefined));
  return dynamic(load, { ssr: false, loading: loading ?? (() => null) });
}
