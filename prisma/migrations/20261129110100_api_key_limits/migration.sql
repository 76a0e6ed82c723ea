-- Until when a key works, and from where.
SET lock_timeout = '5s';

ALTER TABLE "api_keys" ADD COLUMN "expires_at" TIMESTAMPTZ(3), ADD COLUMN "addresses" TEXT[] NOT NULL DEFAULT '{}';
