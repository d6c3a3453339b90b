import { createCustomer } from "#server/customers/create-customer.ts";
import { getCustomer } from "#server/customers/get-customer.ts";
import { listCustomers } from "#server/customers/list-customers.ts";
import { listNewCustomerSubsidiaries } from "#server/customers/list-new-customer-subsidiaries.ts";
import {
  createCustomerSchema,
  customerIdSchema,
  listCustomersSchema,
  setInvoicingMethodSchema,
  updateCustomerSchema,
} from "#server/customers/schemas.ts";
import { setInvoicingMethod } from "#server/customers/set-invoicing-method.ts";
import { updateCustomer } from "#server/customers/update-customer.ts";
import { router, signedInProcedure } from "../init.ts";

/** Customers: everyone signed in sees and edits them (R11–R13). */
export const customersRouter = router({
  list: signedInProcedure
    .input(listCustomersSchema)
    .query(({ ctx, input }) => listCustomers(ctx.actor, input)),
  get: signedInProcedure.input(customerIdSchema).query(({ ctx, input }) => getCustomer(ctx.actor, input)),
  newSubsidiaries: signedInProcedure.query(({ ctx }) => listNewCustomerSubsidiaries(ctx.actor)),
  create: signedInProcedure
    .input(createCustomerSchema)
    .mutation(({ ctx, input }) => createCustomer(ctx.actor, input)),
  update: signedInProcedure
    .input(updateCustomerSchema)
    .mutation(({ ctx, input }) => updateCustomer(ctx.actor, input)),
  setInvoicingMethod: signedInProcedure
    .input(setInvoicingMethodSchema)
    .mutation(({ ctx, input }) => setInvoicingMethod(ctx.actor, input)),
});
