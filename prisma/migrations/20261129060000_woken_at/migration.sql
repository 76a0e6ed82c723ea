-- When a conversation last came back from sleep by the clock: who put it there is told.
SET lock_timeout = '5s';
ALTER TABLE "conversations" ADD COLUMN "woken_at" TIMESTAMPTZ(3);
