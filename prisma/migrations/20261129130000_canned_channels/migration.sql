-- Canned replies may be for some channels only ('{}': for all).
SET lock_timeout = '5s';

ALTER TABLE "canned_replies" ADD COLUMN "channels" TEXT[] NOT NULL DEFAULT '{}';
