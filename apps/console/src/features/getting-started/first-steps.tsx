"use client";
import { atLeisure } from "../../put-off.tsx";

/** The first steps, a moment after what one is here for. */
export const FirstSteps = atLeisure(() => import("./getting-started.tsx").then((module) => module.GettingStarted));
