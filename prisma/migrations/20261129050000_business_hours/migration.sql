-- When a business is there; which hours a queue keeps; and the queue that takes what nothing else sends anywhere.
SET lock_timeout = '5s';

CREATE TABLE "business_hours" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "closed_until" TIMESTAMPTZ(3),
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "business_hours_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE UNIQUE INDEX "business_hours_workspace_id_name_key" ON "business_hours"("workspace_id", "name");
CREATE UNIQUE INDEX "business_hours_one_default" ON "business_hours" ("workspace_id") WHERE is_default;

ALTER TABLE "queues" ADD COLUMN "business_hours_id" UUID, ADD COLUMN "is_default" BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX "queues_one_default" ON "queues" ("workspace_id") WHERE is_default;
ALTER TABLE "queues" ADD CONSTRAINT "queues_workspace_id_business_hours_id_fkey" FOREIGN KEY ("workspace_id", "business_hours_id") REFERENCES "business_hours"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "business_hours" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "business_hours" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "business_hours" TO onethread_app, onethread_ingest;
CREATE POLICY one_workspace ON "business_hours" TO onethread_app
  USING (workspace_id = (SELECT current_setting('app.workspace_id')::uuid))
  WITH CHECK (workspace_id = (SELECT current_setting('app.workspace_id')::uuid));
CREATE POLICY all_workspaces ON "business_hours" TO onethread_ingest USING (true) WITH CHECK (true);
