import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from "react";
import { externalStore } from "./external-store.ts";
import { onIdle } from "./on-idle.ts";
import { untilDone } from "./until-done.ts";

type Load<Props> = () => Promise<ComponentType<Props>>;
const nothing = () => null;
/** An effect: what it answers would be called when the part goes. */
const unhurried = (): void => {};

/**
 * A component that is not among the first things on a screen, loaded when the browser has nothing else to do, or as soon
 * as it is shown: so that what comes first comes sooner. Until it is there, `loading` stands in its place. A connection
 * that is gone at the wrong moment only makes it later: it is asked for again, and takes nothing else down with it.
 */
export function putOff<Props extends object>(load: Load<Props>, loading: () => ReactNode = nothing): ComponentType<Props> {
  const part = later(load);
  return (props) => <Part part={part} onShown={part.ask} loading={loading} props={props} />;
}

/** As `putOff`, for what works unseen on every screen: being in the page does not hurry it. */
export function atLeisure<Props extends object>(load: Load<Props>): ComponentType<Props> {
  const part = later(load);
  return (props) => <Part part={part} onShown={unhurried} loading={nothing} props={props} />;
}

type PartProps<Props> = { part: ReturnType<typeof later<Props>>; onShown: () => void; loading: () => ReactNode; props: Props };

function Part<Props extends object>({ part, onShown, loading, props }: PartProps<Props>) {
  const there = useSyncExternalStore(part.loaded.subscribe, part.loaded.get, nothing);
  // Nothing that it answers is what React calls when the part leaves.
  useEffect(() => {
    onShown();
  }, [onShown]);
  return there ? <there.Component {...props} /> : loading();
}

function later<Props>(load: Load<Props>) {
  const loaded = externalStore<{ Component: ComponentType<Props> } | null>(null);
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    void untilDone(load).then((Component) => loaded.set({ Component }));
  };
  onIdle(ask);
  return { loaded, ask };
}
