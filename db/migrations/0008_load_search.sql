DROP INDEX "loads_status";--> statement-breakpoint
DROP INDEX "loads_po";--> statement-breakpoint
ALTER TABLE "loads" ADD COLUMN "load_number_key" text collate "C" GENERATED ALWAYS AS (upper(load_number)) STORED;--> statement-breakpoint
ALTER TABLE "loads" ADD COLUMN "po_number_key" text collate "C" GENERATED ALWAYS AS (upper(po_number)) STORED;--> statement-breakpoint
ALTER TABLE "loads" ADD COLUMN "request_key" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "loads_request" ON "loads" USING btree ("company_id","request_key") WHERE request_key is not null;--> statement-breakpoint
CREATE INDEX "loads_number_search" ON "loads" USING btree ("company_id","load_number_key");--> statement-breakpoint
CREATE INDEX "loads_po_search" ON "loads" USING btree ("company_id","po_number_key");--> statement-breakpoint
CREATE INDEX "loads_open" ON "loads" USING btree ("company_id","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "loads_dispatched" ON "loads" USING btree ("company_id","id") WHERE status = 'dispatched';--> statement-breakpoint
CREATE INDEX "loads_in_transit" ON "loads" USING btree ("company_id","id") WHERE status = 'in_transit';--> statement-breakpoint
CREATE INDEX "loads_delivered" ON "loads" USING btree ("company_id","id") WHERE status = 'delivered';--> statement-breakpoint
CREATE INDEX "loads_released" ON "loads" USING btree ("company_id","id") WHERE status = 'released';--> statement-breakpoint
CREATE INDEX "loads_queued" ON "loads" USING btree ("company_id","id") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "loads_invoiced" ON "loads" USING btree ("company_id","id") WHERE status = 'invoiced';--> statement-breakpoint
CREATE INDEX "loads_financed" ON "loads" USING btree ("company_id","id") WHERE status = 'financed';--> statement-breakpoint
CREATE INDEX "loads_completed" ON "loads" USING btree ("company_id","id") WHERE status = 'completed';--> statement-breakpoint
CREATE INDEX "loads_tonu" ON "loads" USING btree ("company_id","id") WHERE status = 'tonu';--> statement-breakpoint
CREATE INDEX "loads_cancelled" ON "loads" USING btree ("company_id","id") WHERE status = 'cancelled';--> statement-breakpoint
CREATE INDEX "loads_subsidiary_latest" ON "loads" USING btree ("company_id","subsidiary_id","id");