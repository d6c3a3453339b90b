ALTER TABLE "batch_invoices" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "next_try_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD COLUMN "advanced_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "batch_invoices_progress" ON "batch_invoices" USING btree ("company_id","integration_id","state_changed_at");--> statement-breakpoint
CREATE INDEX "sync_runs_unfinished" ON "sync_runs" USING btree ("started_at") WHERE finished_at is null;