"use client";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { goTo } from "../inbox/address.tsx";

/** Goes to an address of the desk; inside the inbox without asking the server for a page. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      if (href.startsWith("/inbox/") && window.location.pathname.startsWith("/inbox/")) goTo(href);
      else router.push(href);
    },
    [router],
  );
}
