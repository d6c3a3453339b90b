DROP INDEX "batch_invoices_needs_you";--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "load_number_key" text collate "C" GENERATED ALWAYS AS (upper(load_number)) STORED;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "invoice_number_key" text collate "C" GENERATED ALWAYS AS (upper(invoice_number)) STORED;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "po_number_key" text collate "C" GENERATED ALWAYS AS (upper(po_number)) STORED;--> statement-breakpoint
ALTER TABLE "batch_invoices" ADD COLUMN "sent_again_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "batch_invoices_load_search" ON "batch_invoices" USING btree ("company_id","load_number_key");--> statement-breakpoint
CREATE INDEX "batch_invoices_invoice_search" ON "batch_invoices" USING btree ("company_id","invoice_number_key");--> statement-breakpoint
CREATE INDEX "batch_invoices_po_search" ON "batch_invoices" USING btree ("company_id","po_number_key");--> statement-breakpoint
CREATE INDEX "audit_entries_user_action" ON "audit_entries" USING btree ("company_id","user_id","action","id");--> statement-breakpoint
CREATE INDEX "sync_runs_batch" ON "sync_runs" USING btree ("company_id","batch_id","id") WHERE batch_id is not null;--> statement-breakpoint
UPDATE "batch_invoices" "earlier" SET "sent_again_at" = "later"."created_at" FROM "batch_invoices" "later"
	WHERE "later"."company_id" = "earlier"."company_id" AND "later"."load_id" = "earlier"."load_id" AND "later"."id" > "earlier"."id";--> statement-breakpoint
CREATE INDEX "batch_invoices_needs_you" ON "batch_invoices" USING btree ("company_id","batch_id","id") WHERE sent_again_at is null and ((withdrawn_at is null and (state = 'failed' or needs_review_since is not null or purchase_code in (4, 5, 6, 7, 8, 99))) or (purchase_error is not null and not purchase_open));