import type { PlatformResponse } from "@onethread/core";
import type { Profile } from "../channel-adapter.ts";
import { isObject, textAt } from "../read-keys.ts";

/** A person's public profile; null when the platform refuses or gives nothing, which is common and no fault. */
export function readProfile(response: PlatformResponse): Profile | null {
  if (response.status !== 200 || !isObject(response.body)) return null;
  const { body } = response;
  const parts = [textAt(body, "first_name"), textAt(body, "last_name")].filter((part) => part);
  const name = textAt(body, "name") || parts.join(" ") || null;
  const username = textAt(body, "username") || null;
  const pictureUrl = textAt(body, "profile_pic") || null;
  return name === null && username === null && pictureUrl === null ? null : { name, username, pictureUrl };
}
