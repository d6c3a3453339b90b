CREATE TYPE "public"."import_kind" AS ENUM('customers', 'loads');--> statement-breakpoint
CREATE TYPE "public"."import_mode" AS ENUM('all_or_nothing', 'good_rows');--> statement-breakpoint
CREATE TYPE "public"."import_status" AS ENUM('uploaded', 'running', 'done', 'failed');--> statement-breakpoint
CREATE TYPE "public"."account_link_kind" AS ENUM('invitation', 'password_reset');--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"company_id" uuid NOT NULL,
	"kind" "import_kind" NOT NULL,
	"headers_sha256" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mappings_company_id_kind_headers_sha256_pk" PRIMARY KEY("company_id","kind","headers_sha256")
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "import_kind" NOT NULL,
	"status" "import_status" NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"headers" jsonb NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"mode" "import_mode",
	"total_rows" integer DEFAULT 0 NOT NULL,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"created_rows" integer DEFAULT 0 NOT NULL,
	"known_rows" integer DEFAULT 0 NOT NULL,
	"bad_rows" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "imports_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_links" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "account_link_kind" NOT NULL,
	"token_sha256" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"billing" boolean NOT NULL,
	"user_id" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "account_links_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "account_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "batch_invoices_one_live_per_load";--> statement-breakpoint
DROP INDEX "batch_invoices_pkey";--> statement-breakpoint
ALTER TABLE "credit_standings" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "withdraw_reason" text;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_links_token" ON "account_links" USING btree ("token_sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "account_links_open" ON "account_links" USING btree ("company_id","kind","email") WHERE used_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "batch_invoices_needs_you" ON "batch_invoices" USING btree ("company_id","batch_id","id") WHERE (withdrawn_at is null and (state = 'failed' or needs_review_since is not null or purchase_code in (4, 5, 6, 7, 8, 99))) or (purchase_error is not null and not purchase_open);--> statement-breakpoint
CREATE INDEX "batch_invoices_accepted" ON "batch_invoices" USING btree ("company_id","accepted_at") WHERE accepted_at is not null;--> statement-breakpoint
CREATE INDEX "batch_invoices_funded" ON "batch_invoices" USING btree ("company_id","funded_at") WHERE funded_at is not null;--> statement-breakpoint
CREATE INDEX "loads_before_factor" ON "loads" USING btree ("company_id","subsidiary_id","delivered_on","id") WHERE status in ('queued', 'released');--> statement-breakpoint
CREATE INDEX "loads_status" ON "loads" USING btree ("company_id","status","id");--> statement-breakpoint
CREATE INDEX "audit_entries_user" ON "audit_entries" USING btree ("company_id","user_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "batch_invoices_one_live_per_load" ON "batch_invoices" USING btree ("company_id","load_id") WHERE withdrawn_at is null and (state <> 'failed' or otr_invoice_pkey is not null);--> statement-breakpoint
CREATE UNIQUE INDEX "batch_invoices_pkey" ON "batch_invoices" USING btree ("company_id","otr_invoice_pkey") WHERE otr_invoice_pkey is not null and withdrawn_at is null;--> statement-breakpoint
CREATE POLICY "company_isolation" ON "import_mappings" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "imports" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE POLICY "company_isolation" ON "account_links" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));