CREATE TYPE "public"."credit_decision" AS ENUM('approved', 'call_credit', 'not_approved', 'no_buy', 'not_found');--> statement-breakpoint
CREATE TYPE "public"."credit_trigger" AS ENUM('load_created', 'load_queued', 'manual');--> statement-breakpoint
CREATE TYPE "public"."customer_kind" AS ENUM('broker', 'shipper');--> statement-breakpoint
CREATE TYPE "public"."invoicing_method" AS ENUM('factoring', 'email', 'edi', 'online_system', 'originals');--> statement-breakpoint
CREATE TYPE "public"."document_kind" AS ENUM('rate_confirmation', 'proof_of_delivery', 'invoice', 'lumper_receipt', 'scale_ticket', 'other', 'packet');--> statement-breakpoint
CREATE TYPE "public"."failure_reason" AS ENUM('mc_missing', 'broker_unknown', 'broker_not_approved', 'invalid_request', 'login_not_enabled', 'credentials_rejected', 'otr_configuration', 'otr_unreachable', 'conflict', 'amount_differs', 'document_missing', 'document_rejected', 'document_too_large', 'document_unconfirmed', 'integration_disconnected', 'answer_lost', 'stopped_unexpectedly');--> statement-breakpoint
CREATE TYPE "public"."submission_state" AS ENUM('pending', 'sending', 'invoice_created', 'document_attached', 'accepted', 'failed', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."submission_step" AS ENUM('create', 'confirm', 'attach');--> statement-breakpoint
CREATE TYPE "public"."integration_status" AS ENUM('active', 'unverified', 'rejected', 'disconnected');--> statement-breakpoint
CREATE TYPE "public"."load_line_kind" AS ENUM('line_haul', 'fuel_surcharge', 'detention', 'layover', 'lumper', 'tonu', 'other');--> statement-breakpoint
CREATE TYPE "public"."load_status" AS ENUM('open', 'dispatched', 'in_transit', 'delivered', 'released', 'queued', 'invoiced', 'financed', 'completed', 'tonu', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('admin', 'partner_admin', 'support', 'member');--> statement-breakpoint
CREATE TYPE "public"."sync_trigger" AS ENUM('nightly', 'manual');--> statement-breakpoint
CREATE TYPE "public"."important_info_kind" AS ENUM('notice_of_assignment', 'remit_to', 'payment_terms', 'invoice_footer');--> statement-breakpoint
CREATE TABLE "credit_checks" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"mc_number" text NOT NULL,
	"trigger" "credit_trigger" NOT NULL,
	"requested_by" uuid,
	"decision" "credit_decision",
	"otr_text" text,
	"otr_broker_name" text,
	"otr_broker_id" text,
	"http_status" integer,
	"error" text,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credit_checks_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "credit_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credit_standings" (
	"company_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"decision" "credit_decision",
	"otr_text" text,
	"otr_broker_name" text,
	"trigger" "credit_trigger" NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"stale_reason" text,
	CONSTRAINT "credit_standings_company_id_customer_id_integration_id_pk" PRIMARY KEY("company_id","customer_id","integration_id")
);
--> statement-breakpoint
ALTER TABLE "credit_standings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" "customer_kind" NOT NULL,
	"mc_number" text,
	"street" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"state" text DEFAULT '' NOT NULL,
	"zip" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customers_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoicing_methods" (
	"company_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"subsidiary_id" uuid NOT NULL,
	"method" "invoicing_method" NOT NULL,
	CONSTRAINT "invoicing_methods_company_id_customer_id_subsidiary_id_pk" PRIMARY KEY("company_id","customer_id","subsidiary_id")
);
--> statement-breakpoint
ALTER TABLE "invoicing_methods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"load_id" uuid NOT NULL,
	"kind" "document_kind" NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"byte_size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"page_count" integer,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "documents_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invoices" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"load_id" uuid NOT NULL,
	"invoice_number" text NOT NULL,
	"invoice_date" date NOT NULL,
	"amount_cents" bigint NOT NULL,
	"snapshot" jsonb NOT NULL,
	"notice_of_assignment_id" uuid,
	"document_id" uuid,
	"packet_document_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "invoices_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "batch_invoices" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"subsidiary_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"load_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"load_number" text NOT NULL,
	"invoice_number" text NOT NULL,
	"invoice_date" text NOT NULL,
	"po_number" text NOT NULL,
	"mc_number" text,
	"amount_cents" bigint NOT NULL,
	"origin_city" text NOT NULL,
	"origin_state" text NOT NULL,
	"destination_city" text NOT NULL,
	"destination_state" text NOT NULL,
	"weight_lb" integer,
	"miles" integer,
	"document_id" uuid NOT NULL,
	"document_sha256" text NOT NULL,
	"state" "submission_state" NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"create_body" text,
	"create_body_sha256" text,
	"otr_invoice_pkey" bigint,
	"otr_broker_name" text,
	"adopted" boolean DEFAULT false NOT NULL,
	"failed_step" "submission_step",
	"failure_reason" "failure_reason",
	"failure_detail" text,
	"needs_review_since" timestamp (3) with time zone,
	"state_changed_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"purchase_code" integer,
	"purchase_raw" text,
	"purchase_modified_raw" text,
	"purchase_open" boolean DEFAULT false NOT NULL,
	"purchase_changed_at" timestamp (3) with time zone,
	"funded_at" timestamp (3) with time zone,
	"purchase_error" text,
	"purchase_error_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "batch_invoices_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "batch_invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "factoring_batches" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_number" integer NOT NULL,
	"subsidiary_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"usdot_number" text NOT NULL,
	"request_key" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"invoice_count" integer NOT NULL,
	"total_cents" bigint NOT NULL,
	"last_sync_run_id" uuid,
	"last_synced_at" timestamp (3) with time zone,
	CONSTRAINT "factoring_batches_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "factoring_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "submission_attempts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_invoice_id" uuid NOT NULL,
	"step" "submission_step" NOT NULL,
	"request_sha256" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"outcome" text,
	"http_status" integer,
	"otr_request_id" text,
	"otr_text" text,
	"duration_ms" integer,
	CONSTRAINT "submission_attempts_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "submission_attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "integrations" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subsidiary_id" uuid NOT NULL,
	"status" "integration_status" NOT NULL,
	"username" text NOT NULL,
	"password_ciphertext" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"last_success_at" timestamp (3) with time zone,
	"last_error_at" timestamp (3) with time zone,
	"last_error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "integrations_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "integrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "load_lines" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"load_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" "load_line_kind" NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"amount_cents" bigint NOT NULL,
	CONSTRAINT "load_lines_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "load_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "load_status_changes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"load_id" uuid NOT NULL,
	"from_status" "load_status",
	"to_status" "load_status" NOT NULL,
	"changed_by" uuid,
	"reason" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "load_status_changes_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "load_status_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "loads" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subsidiary_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"load_number" text NOT NULL,
	"po_number" text DEFAULT '' NOT NULL,
	"status" "load_status" NOT NULL,
	"origin_city" text DEFAULT '' NOT NULL,
	"origin_state" text DEFAULT '' NOT NULL,
	"destination_city" text DEFAULT '' NOT NULL,
	"destination_state" text DEFAULT '' NOT NULL,
	"pickup_on" date,
	"delivered_on" date,
	"weight_lb" integer,
	"miles" integer,
	"total_cents" bigint DEFAULT 0 NOT NULL,
	"status_changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "loads_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "loads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "companies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"company_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"billing" boolean DEFAULT false NOT NULL,
	"deactivated_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_company_id_user_id_pk" PRIMARY KEY("company_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"ip" text,
	"user_agent" text,
	CONSTRAINT "sessions_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"user_id" uuid,
	"ip" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "audit_entries_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outbox" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "outbox_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "purchase_status_changes" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_invoice_id" uuid NOT NULL,
	"sync_run_id" uuid NOT NULL,
	"from_code" integer,
	"to_code" integer,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "purchase_status_changes_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "purchase_status_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trigger" "sync_trigger" NOT NULL,
	"batch_id" uuid,
	"night_of" date,
	"started_by" uuid,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"checked" integer DEFAULT 0 NOT NULL,
	"newly_financed" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"needs_you" integer DEFAULT 0 NOT NULL,
	"unreadable" integer DEFAULT 0 NOT NULL,
	"troubles" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "sync_runs_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "sync_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "important_info_versions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subsidiary_id" uuid NOT NULL,
	"kind" "important_info_kind" NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "important_info_versions_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "important_info_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subsidiaries" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"state" text DEFAULT '' NOT NULL,
	"zip" text DEFAULT '' NOT NULL,
	"usdot_number" text,
	"mc_number" text,
	"time_zone" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subsidiaries_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "subsidiaries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credit_checks" ADD CONSTRAINT "credit_checks_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_checks" ADD CONSTRAINT "credit_checks_integration" FOREIGN KEY ("company_id","integration_id") REFERENCES "public"."integrations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_standings" ADD CONSTRAINT "credit_standings_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_standings" ADD CONSTRAINT "credit_standings_integration" FOREIGN KEY ("company_id","integration_id") REFERENCES "public"."integrations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoicing_methods" ADD CONSTRAINT "invoicing_methods_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoicing_methods" ADD CONSTRAINT "invoicing_methods_subsidiary" FOREIGN KEY ("company_id","subsidiary_id") REFERENCES "public"."subsidiaries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_load_fk" FOREIGN KEY ("company_id","load_id") REFERENCES "public"."loads"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_load" FOREIGN KEY ("company_id","load_id") REFERENCES "public"."loads"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_document" FOREIGN KEY ("company_id","document_id") REFERENCES "public"."documents"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_packet" FOREIGN KEY ("company_id","packet_document_id") REFERENCES "public"."documents"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_notice_of_assignment" FOREIGN KEY ("company_id","notice_of_assignment_id") REFERENCES "public"."important_info_versions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD CONSTRAINT "batch_invoices_batch_fk" FOREIGN KEY ("company_id","batch_id") REFERENCES "public"."factoring_batches"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD CONSTRAINT "batch_invoices_load_fk" FOREIGN KEY ("company_id","load_id") REFERENCES "public"."loads"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD CONSTRAINT "batch_invoices_invoice" FOREIGN KEY ("company_id","invoice_id") REFERENCES "public"."invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD CONSTRAINT "batch_invoices_customer" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD CONSTRAINT "batch_invoices_document" FOREIGN KEY ("company_id","document_id") REFERENCES "public"."documents"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factoring_batches" ADD CONSTRAINT "factoring_batches_subsidiary_fk" FOREIGN KEY ("company_id","subsidiary_id") REFERENCES "public"."subsidiaries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factoring_batches" ADD CONSTRAINT "factoring_batches_integration" FOREIGN KEY ("company_id","integration_id") REFERENCES "public"."integrations"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_attempts" ADD CONSTRAINT "submission_attempts_invoice_fk" FOREIGN KEY ("company_id","batch_invoice_id") REFERENCES "public"."batch_invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_subsidiary_fk" FOREIGN KEY ("company_id","subsidiary_id") REFERENCES "public"."subsidiaries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "load_lines" ADD CONSTRAINT "load_lines_load" FOREIGN KEY ("company_id","load_id") REFERENCES "public"."loads"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "load_status_changes" ADD CONSTRAINT "load_status_changes_load_fk" FOREIGN KEY ("company_id","load_id") REFERENCES "public"."loads"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loads" ADD CONSTRAINT "loads_subsidiary" FOREIGN KEY ("company_id","subsidiary_id") REFERENCES "public"."subsidiaries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loads" ADD CONSTRAINT "loads_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_membership" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."memberships"("company_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_status_changes" ADD CONSTRAINT "purchase_status_changes_invoice_fk" FOREIGN KEY ("company_id","batch_invoice_id") REFERENCES "public"."batch_invoices"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_status_changes" ADD CONSTRAINT "purchase_status_changes_run" FOREIGN KEY ("company_id","sync_run_id") REFERENCES "public"."sync_runs"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "important_info_versions" ADD CONSTRAINT "important_info_subsidiary" FOREIGN KEY ("company_id","subsidiary_id") REFERENCES "public"."subsidiaries"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subsidiaries" ADD CONSTRAINT "subsidiaries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_checks_broker" ON "credit_checks" USING btree ("company_id","customer_id","integration_id","checked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "customers_name" ON "customers" USING btree ("company_id","name");--> statement-breakpoint
CREATE INDEX "customers_mc" ON "customers" USING btree ("company_id","mc_number");--> statement-breakpoint
CREATE INDEX "documents_load" ON "documents" USING btree ("company_id","load_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "invoices" USING btree ("company_id","invoice_number");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_current" ON "invoices" USING btree ("company_id","load_id") WHERE voided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "batch_invoices_one_live_per_load" ON "batch_invoices" USING btree ("company_id","load_id") WHERE state <> 'failed' or otr_invoice_pkey is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "batch_invoices_pkey" ON "batch_invoices" USING btree ("company_id","otr_invoice_pkey") WHERE otr_invoice_pkey is not null;--> statement-breakpoint
CREATE INDEX "batch_invoices_batch" ON "batch_invoices" USING btree ("company_id","batch_id","id");--> statement-breakpoint
CREATE INDEX "batch_invoices_load" ON "batch_invoices" USING btree ("company_id","load_id","id");--> statement-breakpoint
CREATE INDEX "batch_invoices_open" ON "batch_invoices" USING btree ("company_id","integration_id","id") WHERE purchase_open;--> statement-breakpoint
CREATE INDEX "batch_invoices_underway" ON "batch_invoices" USING btree ("state_changed_at") WHERE state in ('pending', 'sending', 'invoice_created', 'document_attached', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "factoring_batches_number" ON "factoring_batches" USING btree ("company_id","batch_number");--> statement-breakpoint
CREATE UNIQUE INDEX "factoring_batches_request" ON "factoring_batches" USING btree ("company_id","request_key");--> statement-breakpoint
CREATE INDEX "factoring_batches_subsidiary" ON "factoring_batches" USING btree ("company_id","subsidiary_id","id");--> statement-breakpoint
CREATE INDEX "submission_attempts_invoice" ON "submission_attempts" USING btree ("company_id","batch_invoice_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "integrations_subsidiary" ON "integrations" USING btree ("company_id","subsidiary_id");--> statement-breakpoint
CREATE UNIQUE INDEX "load_lines_position" ON "load_lines" USING btree ("company_id","load_id","position");--> statement-breakpoint
CREATE INDEX "load_status_changes_load" ON "load_status_changes" USING btree ("company_id","load_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "loads_number" ON "loads" USING btree ("company_id","load_number");--> statement-breakpoint
CREATE INDEX "loads_queue" ON "loads" USING btree ("company_id","subsidiary_id","delivered_on","id") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "loads_customer" ON "loads" USING btree ("company_id","customer_id","id");--> statement-breakpoint
CREATE INDEX "loads_po" ON "loads" USING btree ("company_id","po_number");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("company_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("company_id","subject","id");--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("company_id","action","id");--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "purchase_status_changes_invoice" ON "purchase_status_changes" USING btree ("company_id","batch_invoice_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_running_per_batch" ON "sync_runs" USING btree ("company_id","batch_id") WHERE finished_at is null and batch_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_per_night" ON "sync_runs" USING btree ("company_id","night_of") WHERE night_of is not null;--> statement-breakpoint
CREATE INDEX "sync_runs_latest" ON "sync_runs" USING btree ("company_id","trigger","id");--> statement-breakpoint
CREATE UNIQUE INDEX "important_info_current" ON "important_info_versions" USING btree ("company_id","subsidiary_id","kind","version");--> statement-breakpoint
CREATE UNIQUE INDEX "subsidiaries_name" ON "subsidiaries" USING btree ("company_id","name");--> statement-breakpoint
CREATE POLICY "company_isolation" ON "credit_checks" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "credit_standings" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "customers" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "invoicing_methods" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "documents" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "invoices" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "batch_invoices" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "factoring_batches" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "submission_attempts" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "integrations" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "load_lines" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "load_status_changes" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "loads" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "companies" AS PERMISSIVE FOR ALL TO public USING (id = (select current_company_id())) WITH CHECK (id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "memberships" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "sessions" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "members_of_company" ON "users" AS PERMISSIVE FOR ALL TO public USING (exists (select 1 from memberships m where m.user_id = users.id and m.company_id = (select current_company_id()))) WITH CHECK ((select current_company_id()) is not null);--> statement-breakpoint
CREATE POLICY "company_isolation" ON "audit_entries" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "outbox" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "purchase_status_changes" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "sync_runs" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "important_info_versions" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "subsidiaries" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));