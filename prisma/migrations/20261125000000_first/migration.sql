SET lock_timeout = '5s';

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "workspaces" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "operator" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_methods" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_methods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_events" (
    "id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endpoint_account_id" UUID,
    "lane" TEXT NOT NULL DEFAULT '',
    "digest" BYTEA NOT NULL,
    "body" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_items" (
    "workspace_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "channel_account_id" UUID,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "webhook_items_pkey" PRIMARY KEY ("workspace_id","event_id","path")
);

-- CreateTable
CREATE TABLE "agents" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "agents_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "channel_accounts" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'connecting',
    "access_token" BYTEA,
    "app_secret" BYTEA,
    "verify_token" BYTEA,
    "app_id" TEXT,
    "last_inbound_at" TIMESTAMPTZ(3),
    "last_outbound_at" TIMESTAMPTZ(3),
    "last_handshake_at" TIMESTAMPTZ(3),
    "last_error" JSONB,
    "last_error_at" TIMESTAMPTZ(3),
    "checks" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_accounts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customers" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT,
    "given_name" TEXT,
    "avatar_url" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "merged_into" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "identities" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "strength" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel_account_id" UUID,
    "display_name" TEXT,
    "display_name_at" TIMESTAMPTZ(3),
    "display_name_ref" TEXT,
    "username" TEXT,
    "profile_name" TEXT,
    "profile_checked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'done',
    "case_id" UUID,
    "assignee_id" UUID,
    "queue_id" UUID,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "label_ids" UUID[],
    "snoozed_until" TIMESTAMPTZ(3),
    "channels" TEXT[],
    "unread" INTEGER NOT NULL DEFAULT 0,
    "waiting_on" TEXT,
    "waiting_since" TIMESTAMPTZ(3),
    "waiting_floor" TIMESTAMPTZ(3),
    "last_message_id" UUID,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "cases" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "close_reason" TEXT,
    "assignee_id" UUID,
    "label_ids" UUID[],

    CONSTRAINT "cases_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "items" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "conversation_id" UUID NOT NULL,
    "home_conversation_id" UUID NOT NULL,
    "case_id" UUID,
    "type" TEXT NOT NULL,
    "direction" TEXT,
    "channel" TEXT,
    "channel_account_id" UUID,
    "identity_id" UUID,
    "external_id" TEXT,
    "author_type" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "content" JSONB NOT NULL,
    "richness" SMALLINT NOT NULL DEFAULT 2,
    "sources" TEXT[],
    "waits" SMALLINT NOT NULL DEFAULT 0,
    "reply_to_external_id" TEXT,
    "reply_to_id" UUID,
    "referral" JSONB,
    "edited_text" TEXT,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "delivery_status" TEXT,
    "delivery_at" TIMESTAMPTZ(3),
    "delivery_error" JSONB,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "human_agent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "items_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "delivery_attempts" (
    "workspace_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "external_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "error" JSONB,

    CONSTRAINT "delivery_attempts_pkey" PRIMARY KEY ("workspace_id","item_id","number")
);

-- CreateTable
CREATE TABLE "message_effects" (
    "workspace_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB,

    CONSTRAINT "message_effects_pkey" PRIMARY KEY ("workspace_id","channel_account_id","target","kind","key")
);

-- CreateTable
CREATE TABLE "doors" (
    "workspace_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "last_inbound_at" TIMESTAMPTZ(3),
    "delivered_watermark" TIMESTAMPTZ(3),
    "read_watermark" TIMESTAMPTZ(3),

    CONSTRAINT "doors_pkey" PRIMARY KEY ("workspace_id","channel_account_id","address")
);

-- CreateTable
CREATE TABLE "hand_over_tokens" (
    "workspace_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "channel_account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_identity_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "hand_over_tokens_pkey" PRIMARY KEY ("workspace_id","token")
);

-- CreateTable
CREATE TABLE "merges" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "by_type" TEXT NOT NULL,
    "by_id" UUID,
    "by_name" TEXT,
    "reason" TEXT,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "moved_identity_ids" UUID[],
    "moved_home_ids" UUID[],
    "closed_case_id" UUID,
    "merged_state" JSONB NOT NULL DEFAULT '{}',
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_name" TEXT,

    CONSTRAINT "merges_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "never_pairs" (
    "workspace_id" UUID NOT NULL,
    "customer_a" UUID NOT NULL,
    "customer_b" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "never_pairs_pkey" PRIMARY KEY ("workspace_id","customer_a","customer_b")
);

-- CreateTable
CREATE TABLE "labels" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "queues" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "open" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "queues_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "response" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_methods_user_id_idx" ON "sign_in_methods"("user_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limits_key_key" ON "rate_limits"("key");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_events_digest_key" ON "webhook_events"("digest");

-- CreateIndex
CREATE INDEX "webhook_events_state_id_idx" ON "webhook_events"("state", "id");

-- CreateIndex
CREATE INDEX "webhook_items_workspace_id_outcome_event_id_idx" ON "webhook_items"("workspace_id", "outcome", "event_id");

-- CreateIndex
CREATE INDEX "agents_user_id_idx" ON "agents"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "agents_workspace_id_user_id_key" ON "agents"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "customers_workspace_id_merged_into_idx" ON "customers"("workspace_id", "merged_into");

-- CreateIndex
CREATE INDEX "customers_workspace_id_created_at_id_idx" ON "customers"("workspace_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "identities_workspace_id_customer_id_idx" ON "identities"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "identities_workspace_id_kind_value_idx" ON "identities"("workspace_id", "kind", "value");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_status_last_activity_at_id_idx" ON "conversations"("workspace_id", "status", "last_activity_at", "id");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_assignee_id_status_last_activity_idx" ON "conversations"("workspace_id", "assignee_id", "status", "last_activity_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "conversations_workspace_id_customer_id_key" ON "conversations"("workspace_id", "customer_id");

-- CreateIndex
CREATE INDEX "cases_workspace_id_conversation_id_opened_at_idx" ON "cases"("workspace_id", "conversation_id", "opened_at");

-- CreateIndex
CREATE INDEX "items_workspace_id_conversation_id_occurred_at_seq_idx" ON "items"("workspace_id", "conversation_id", "occurred_at", "seq");

-- CreateIndex
CREATE INDEX "doors_workspace_id_address_idx" ON "doors"("workspace_id", "address");

-- CreateIndex
CREATE INDEX "merges_workspace_id_survivor_id_idx" ON "merges"("workspace_id", "survivor_id");

-- CreateIndex
CREATE INDEX "merges_workspace_id_merged_id_idx" ON "merges"("workspace_id", "merged_id");

-- CreateIndex
CREATE UNIQUE INDEX "labels_workspace_id_name_key" ON "labels"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "queues_workspace_id_name_key" ON "queues"("workspace_id", "name");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_methods" ADD CONSTRAINT "sign_in_methods_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identities" ADD CONSTRAINT "identities_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_assignee_id_fkey" FOREIGN KEY ("workspace_id", "assignee_id") REFERENCES "agents"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "channel_accounts"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_workspace_id_identity_id_fkey" FOREIGN KEY ("workspace_id", "identity_id") REFERENCES "identities"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_workspace_id_item_id_fkey" FOREIGN KEY ("workspace_id", "item_id") REFERENCES "items"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_effects" ADD CONSTRAINT "message_effects_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "channel_accounts"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "doors" ADD CONSTRAINT "doors_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "channel_accounts"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over_tokens" ADD CONSTRAINT "hand_over_tokens_workspace_id_channel_account_id_fkey" FOREIGN KEY ("workspace_id", "channel_account_id") REFERENCES "channel_accounts"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say: partial indexes, rights and row-level security.

-- A proven address belongs to one person; a claim is only somebody's word and may repeat.
CREATE UNIQUE INDEX "identities_proven_key" ON "identities" ("workspace_id", "kind", "scope", "value") WHERE strength = 'proven';
-- One connected account per platform id over the whole instance: two businesses cannot both own a phone number.
CREATE UNIQUE INDEX "channel_accounts_external_key" ON "channel_accounts" ("channel", "external_id") WHERE deleted_at IS NULL;
CREATE INDEX "channel_accounts_waba" ON "channel_accounts" ((settings ->> 'wabaId')) WHERE channel = 'whatsapp' AND deleted_at IS NULL;
-- People whose platform tells a name only when asked.
CREATE INDEX "identities_without_profile" ON "identities" ("created_at") WHERE profile_checked_at IS NULL AND kind IN ('igsid', 'psid');
-- A message exists once.
CREATE UNIQUE INDEX "items_external_key" ON "items" ("workspace_id", "channel_account_id", "external_id") WHERE external_id IS NOT NULL;
-- The last answer of a conversation, for "waiting since".
CREATE INDEX "items_answers" ON "items" ("workspace_id", "conversation_id", "occurred_at") WHERE waits = -1;
-- What a door's watermark can still raise.
CREATE INDEX "items_unread_by_customer" ON "items" ("workspace_id", "channel_account_id", "identity_id", "occurred_at")
  WHERE direction = 'outbound' AND delivery_status IN ('sent', 'delivered');
-- What is to be sent, and what may hang.
CREATE INDEX "items_to_send" ON "items" ("workspace_id", "conversation_id", "seq") WHERE delivery_status IN ('queued', 'sending');
CREATE INDEX "items_to_sweep" ON "items" ("next_attempt_at") WHERE delivery_status IN ('queued', 'sending');
-- The drain's claim, lane by lane, oldest first.
CREATE INDEX "webhook_events_pending" ON "webhook_events" ("lane", "id") WHERE state = 'pending';
CREATE INDEX "conversations_waiting" ON "conversations" ("workspace_id", "status", "waiting_since", "id") WHERE waiting_on = 'us';
CREATE INDEX "conversations_snoozed" ON "conversations" ("snoozed_until") WHERE status = 'snoozed';

-- Vacuum early where rows turn over: pending events become processed within milliseconds.
ALTER TABLE "webhook_events" SET (autovacuum_vacuum_scale_factor = 0.02, fillfactor = 90);
ALTER TABLE "conversations" SET (fillfactor = 85);

-- Tables without a workspace. Only sign-in, key look-up, receiving and draining reach them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "users", "sessions", "sign_in_methods", "verifications", "rate_limits" TO onethread_ingest;
GRANT SELECT, INSERT, UPDATE ON "webhook_events", "workspaces" TO onethread_ingest;
GRANT SELECT ON "workspaces" TO onethread_app;

-- Workspace tables: each is closed, forced (also for its owner), and open to the app for one workspace at a time.
-- (SELECT current_setting(...)) is evaluated once per statement, so the index on workspace_id still serves.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'webhook_items', 'agents', 'invitations', 'api_keys', 'channel_accounts', 'customers', 'identities', 'conversations',
    'cases', 'items', 'delivery_attempts', 'message_effects', 'doors', 'hand_over_tokens', 'merges', 'never_pairs',
    'labels', 'queues', 'idempotency_keys'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_app', name);
    EXECUTE format(
      'CREATE POLICY one_workspace ON %I TO onethread_app
         USING (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))
         WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace_id'')::uuid))', name);
  END LOOP;
  -- What the ingest role works on across workspaces. Labels, queues, idempotency keys are none of its business.
  FOREACH name IN ARRAY ARRAY[
    'webhook_items', 'channel_accounts', 'customers', 'identities', 'conversations', 'cases', 'items',
    'delivery_attempts', 'message_effects', 'doors', 'hand_over_tokens', 'merges', 'never_pairs',
    'agents', 'invitations', 'api_keys'
  ] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO onethread_ingest', name);
    EXECUTE format('CREATE POLICY all_workspaces ON %I TO onethread_ingest USING (true) WITH CHECK (true)', name);
  END LOOP;
END
$$;
GRANT SELECT ON "workspaces" TO onethread_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO onethread_app, onethread_ingest;
