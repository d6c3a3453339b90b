import { z } from "zod";
import { idSchema, type SubsidiaryId } from "#server/kernel/ids.ts";
import type { IntegrationStatus } from "./rules/integration-status.ts";

/** An OTR login as typed in. A blank password keeps the one that was saved (R8). */
export const saveLoginInput = z.object({
  subsidiaryId: idSchema("subsidiary"),
  username: z
    .string()
    .trim()
    .min(1, "Enter the username of the OTR Solutions client portal.")
    .max(200, "This username is too long for OTR Solutions."),
  password: z.string().max(200, "This password is too long for OTR Solutions."),
});

export type SaveLoginInput = z.output<typeof saveLoginInput>;

/** What OTR said to the login: `connected`, `rejected`, or nothing (`unreachable`). */
export type SaveLoginResult = { kind: "connected" | "rejected" | "unreachable"; sentence: string };

export const disconnectInput = z.object({ subsidiaryId: idSchema("subsidiary") });

export type DisconnectInput = z.output<typeof disconnectInput>;

/** A subsidiary's OTR login as the Integrations page shows it. Instants are ISO strings; null where there is no login. */
export type IntegrationSettings = {
  subsidiaryId: SubsidiaryId;
  subsidiaryName: string;
  login: {
    status: IntegrationStatus;
    username: string;
    savedAt: string;
    savedByName: string | null;
    lastSuccessAt: string | null;
    lastErrorAt: string | null;
    lastError: string | null;
  } | null;
};
