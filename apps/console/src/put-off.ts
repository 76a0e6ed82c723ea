import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import { onIdle } from "./on-idle.ts";

/**
 * A component that is not among the first things on a screen, loaded when the browser has nothing else to do, or as soon
 * as it is shown: so that what comes first comes sooner.
 */
export function putOff<Props>(load: () => Promise<ComponentType<Props>>, loading?: () => React.ReactNode): ComponentType<Props> {
  onIdle(() => void load());
  return dynamic(load, { ssr: false, loading: loading ?? (() => null) });
}
