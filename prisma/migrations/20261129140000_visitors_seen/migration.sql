-- When a visitor of a website last had the chat open: as long as they come by, they can be written to.
SET lock_timeout = '5s';

ALTER TABLE "doors" ADD COLUMN "seen_at" TIMESTAMPTZ(3);
