import type { CompanyId } from "./ids.ts";

declare const minted: unique symbol;

/**
 * The company a piece of work is done for. Every query takes one. Only sign-in and the Inngest boundary
 * can make one (`mint-company-scope.ts`, guarded by an import rule), so a company id taken from user
 * input never becomes a scope.
 */
export type CompanyScope = { readonly companyId: CompanyId; readonly [minted]: true };
