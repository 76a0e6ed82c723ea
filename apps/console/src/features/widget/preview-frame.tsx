"use client";
import type { PanelPreview } from "@onethread/core/api";
import { type SyntheticEvent, useEffect, useState } from "react";

/** How the panel is greeted by the page that shows it (`apps/widget/src/wire.ts`). */
const hello = "onethread:hello";

type Props = { message: PanelPreview; title: string; className: string };

/** The real panel in its frame, told what to show. Nothing in it can be pressed or takes the focus: it is a picture that is always true. */
export function PreviewFrame({ message, title, className }: Props) {
  const [port, setPort] = useState<MessagePort | null>(null);
  useEffect(() => port?.postMessage(message), [port, message]);
  const greet = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ type: string }>) => data.type === "ready" && setPort(port1);
    currentTarget.contentWindow?.postMessage(hello, window.location.origin, [port2]);
  };
  return <iframe title={title} src="/widget/frame?preview" onLoad={greet} inert tabIndex={-1} className={className} data-testid="preview-frame" />;
}
