"use client";
import { putOff } from "../../put-off.tsx";

/** The first steps, a moment after what one is here for. */
export const FirstSteps = putOff(() => import("./getting-started.tsx").then((module) => module.GettingStarted));
