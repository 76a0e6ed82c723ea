"use client";
import { useEffect, useRef, useState } from "react";

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files that are dropped anywhere on the page. Answers whether some hang over it now. */
export function useFileDrop(onFiles: (files: File[]) => void, enabled: boolean): boolean {
  const [over, setOver] = useState(false);
  const handler = useRef(onFiles);
  handler.current = onFiles;
  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
      // There is no reliable event for leaving: dragover comes all the time until it does not.
      clearTimeout(timer);
      timer = setTimeout(() => setOver(false), 300);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      clearTimeout(timer);
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) handler.current(files);
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("drop", drop);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("dragover", drag);
      window.removeEventListener("drop", drop);
      setOver(false);
    };
  }, [enabled]);
  return over;
}
