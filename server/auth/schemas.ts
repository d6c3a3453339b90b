import { z } from "zod";

/** What the sign-in form sends. E-mails are compared in lower case; the cap keeps hashing cheap. */
export const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().min(3).max(254),
  password: z.string().min(1).max(200),
});

export type Credentials = z.output<typeof credentialsSchema>;
