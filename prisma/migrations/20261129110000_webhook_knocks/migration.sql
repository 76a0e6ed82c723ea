-- What came to the doors of webhooks, for who sets one up: it becomes active by a signed webhook.
SET lock_timeout = '5s';

ALTER TABLE "channel_accounts" ADD COLUMN "first_webhook_at" TIMESTAMPTZ(3);
-- What was active was taken for proven.
UPDATE "channel_accounts" SET "first_webhook_at" = coalesce("last_inbound_at", "created_at") WHERE "state" = 'active' OR "last_inbound_at" IS NOT NULL;

CREATE TABLE "webhook_knocks" (
    "endpoint" TEXT NOT NULL,
    "handshake_at" TIMESTAMPTZ(3),
    "refused_handshake" JSONB,
    "refused_handshake_at" TIMESTAMPTZ(3),
    "refused_webhook" TEXT,
    "refused_webhook_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_knocks_pkey" PRIMARY KEY ("endpoint")
);
GRANT SELECT, INSERT, UPDATE ON "webhook_knocks" TO onethread_ingest;
