-- Lists that begin with what is urgent. The rank is written as `rankOf` writes it (packages/db/src/read/conversations.ts).
SET lock_timeout = '5s';
CREATE INDEX "conversations_by_priority" ON "conversations" ("workspace_id", "status",
  (CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END), "last_activity_at", "id");
