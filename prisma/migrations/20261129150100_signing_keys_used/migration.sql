-- Which of two keys a shop's server signs with: the other one can go.
SET lock_timeout = '5s';

ALTER TABLE "widget_signing_keys" ADD COLUMN "used_at" TIMESTAMPTZ(3);
