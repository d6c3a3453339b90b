CREATE TABLE "customer_words" (
	"company_id" uuid NOT NULL,
	"word" text collate "C" NOT NULL,
	"customer_id" uuid NOT NULL,
	"in_name" boolean NOT NULL,
	CONSTRAINT "customer_words_company_id_word_customer_id_pk" PRIMARY KEY("company_id","word","customer_id")
);
--> statement-breakpoint
ALTER TABLE "customer_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "customer_words" ADD CONSTRAINT "customer_words_customer_fk" FOREIGN KEY ("company_id","customer_id") REFERENCES "public"."customers"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_words_customer" ON "customer_words" USING btree ("company_id","customer_id","word","in_name");--> statement-breakpoint
CREATE INDEX "invoices_load" ON "invoices" USING btree ("company_id","load_id");--> statement-breakpoint
CREATE POLICY "company_isolation" ON "customer_words" AS PERMISSIVE FOR ALL TO public USING (company_id = (select current_company_id())) WITH CHECK (company_id = (select current_company_id()));--> statement-breakpoint
CREATE FUNCTION "words_of_customer"("name" text, "city" text) RETURNS TABLE ("word" text, "in_name" boolean)
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	AS $$
		select part, bool_or(of_name)
		from (
			select regexp_split_to_table(upper(name), '[^[:alnum:]]+'), true
			union all select regexp_split_to_table(upper(city), '[^[:alnum:]]+'), false
		) as parts(part, of_name)
		where part <> ''
		group by part
	$$;
--> statement-breakpoint
CREATE FUNCTION "keep_customer_words"() RETURNS trigger LANGUAGE plpgsql
	AS $$
	begin
		delete from customer_words w where w.company_id = new.company_id and w.customer_id = new.id;
		insert into customer_words (company_id, word, customer_id, in_name)
		select new.company_id, w.word, new.id, w.in_name from words_of_customer(new.name, new.city) w;
		return null;
	end
	$$;
--> statement-breakpoint
CREATE TRIGGER "customers_words" AFTER INSERT OR UPDATE OF "name", "city" ON "customers"
	FOR EACH ROW EXECUTE FUNCTION "keep_customer_words"();
--> statement-breakpoint
INSERT INTO "customer_words" ("company_id", "word", "customer_id", "in_name")
	SELECT c.company_id, w.word, c.id, w.in_name FROM "customers" c, "words_of_customer"(c.name, c.city) w;
