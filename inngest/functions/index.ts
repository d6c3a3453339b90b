import type { InngestFunction } from "inngest";

/** Every function the app serves to Inngest. */
export const functions: InngestFunction.Any[] = [];
