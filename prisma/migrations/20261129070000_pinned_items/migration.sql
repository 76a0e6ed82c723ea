-- Items that somebody put to the top of their conversation. On the item itself, so that it goes wherever the item goes: a merge, and its undoing.
SET lock_timeout = '5s';

ALTER TABLE "items" ADD COLUMN "pinned_at" TIMESTAMPTZ(3), ADD COLUMN "pinned_by" JSONB;
-- Of millions a few are pinned: the index holds those only, and costs the others nothing.
CREATE INDEX "items_pinned" ON "items" ("workspace_id", "conversation_id", "occurred_at", "seq") WHERE pinned_at IS NOT NULL;
