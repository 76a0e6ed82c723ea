"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pickDoor } from "./doors.ts";
import { doorsQuery } from "./doors-query.ts";

/** A choice lasts while the tab does. */
const chosenDoors = new Map<string, string>();

/** The customer's doors and the one the reply will take. */
export function useDoor(conversationId: string) {
  const query = useQuery(doorsQuery(conversationId));
  const [chosen, setChosen] = useState<string | null>(() => chosenDoors.get(conversationId) ?? null);
  const doors = query.data ?? [];
  const choose = (id: string) => {
    chosenDoors.set(conversationId, id);
    setChosen(id);
  };
  return { query, doors, door: pickDoor(doors, chosen), choose };
}
