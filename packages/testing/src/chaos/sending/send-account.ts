export const sendChannels = ["whatsapp", "messenger", "instagram"] as const;
export type SendChannel = (typeof sendChannels)[number];
export type SendAccount = { id: string; channel: SendChannel; externalId: string };
