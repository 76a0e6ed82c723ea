"use client";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { makeQueryClient } from "../api/query-client.ts";
import { ToastProvider } from "../ui/toast.tsx";
import { TooltipProvider } from "../ui/tooltip.tsx";

type Props = { direction: "ltr" | "rtl"; nonce?: string; children: ReactNode };

/** What every page needs around it. */
export function Providers({ direction, nonce, children }: Props) {
  const [client] = useState(makeQueryClient);
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
      <DirectionProvider direction={direction}>
        <QueryClientProvider client={client}>
          <NuqsAdapter>
            <TooltipProvider>
              <ToastProvider>{children}</ToastProvider>
            </TooltipProvider>
          </NuqsAdapter>
        </QueryClientProvider>
      </DirectionProvider>
    </ThemeProvider>
  );
}
