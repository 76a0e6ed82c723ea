-- Canned replies lie in folders ('' : in none, 'Orders/Returns': one in another) and bring files along.
SET lock_timeout = '5s';

ALTER TABLE "canned_replies"
  ADD COLUMN "folder" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "attachment_ids" UUID[] NOT NULL DEFAULT '{}';
-- Whether a file is one of theirs is asked for each that is sent, and for each that may be thrown away.
CREATE INDEX "canned_replies_attachment_ids_idx" ON "canned_replies" USING gin ("attachment_ids");
