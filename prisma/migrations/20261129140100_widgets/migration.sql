-- Chats on websites: how they look and behave, whose signature is taken, and the sessions of their visitors.
SET lock_timeout = '5s';

CREATE TABLE "widgets" (
    "workspace_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "allowed_origins" TEXT[] NOT NULL DEFAULT '{}',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),

    CONSTRAINT "widgets_pkey" PRIMARY KEY ("workspace_id", "channel_account_id")
);
ALTER TABLE "widgets" ADD CONSTRAINT "widgets_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "channel_accounts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "widget_signing_keys" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "algorithm" TEXT NOT NULL,
    -- HS256: sealed. The others: the public key, as PEM.
    "secret" BYTEA,
    "public_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "widget_signing_keys_pkey" PRIMARY KEY ("workspace_id", "id"),
    CONSTRAINT "widget_signing_keys_one_of_both" CHECK (("secret" IS NULL) <> ("public_key" IS NULL))
);
CREATE INDEX "widget_signing_keys_of_widget" ON "widget_signing_keys" ("workspace_id", "channel_account_id");
ALTER TABLE "widget_signing_keys" ADD CONSTRAINT "widget_signing_keys_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "widgets"("workspace_id", "channel_account_id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "visitor_sessions" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "visitor" TEXT NOT NULL,
    -- Whom the business' server has signed the visitor to be, and what it said of them.
    "external_id" TEXT,
    "person" JSONB,
    -- Of the renewal token that is good now: which one it is, and its digest.
    "generation" INTEGER NOT NULL DEFAULT 0,
    "renewal_hash" BYTEA NOT NULL,
    "rotated_at" TIMESTAMPTZ(3),
    -- Null: nothing is stored of them but this.
    "wrote_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "visitor_sessions_pkey" PRIMARY KEY ("workspace_id", "id")
);
CREATE INDEX "visitor_sessions_expired" ON "visitor_sessions" ("expires_at");
ALTER TABLE "visitor_sessions" ADD CONSTRAINT "visitor_sessions_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "widgets"("workspace_id", "channel_account_id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['widgets', 'widget_signing_keys', 'visitor_sessions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_app, onethread_ingest', name);
    EXECUTE format('CREATE POLICY one_workspace ON %I TO onethread_app USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid)) WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
