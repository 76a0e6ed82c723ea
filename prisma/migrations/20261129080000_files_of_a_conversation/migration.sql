-- Of a hundred thousand messages a few have files: whoever lists the files walks over those only.
CREATE INDEX "items_with_files" ON "items" ("workspace_id", "conversation_id", "occurred_at", "seq") WHERE has_files;
