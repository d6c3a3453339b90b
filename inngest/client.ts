import { Inngest } from "inngest";

/** The app's Inngest client; address and keys come from the SDK's own variables (INNGEST_DEV, …_KEY, …_URL). */
export const inngest = new Inngest({ id: "lading" });
