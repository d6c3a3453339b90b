"use client";

import { createContext, type ReactNode, useContext } from "react";

const TimeZoneContext = createContext<string | undefined>(undefined);

/** Names the company's time zone to everything below: times are shown in it (R38). */
export function CompanyTime({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <TimeZoneContext value={timeZone}>{children}</TimeZoneContext>;
}

/** The company's IANA time zone. */
export function useCompanyTimeZone(): string {
  const timeZone = useContext(TimeZoneContext);
  if (!timeZone) throw new Error("useCompanyTimeZone needs a CompanyTime above it.");
  return timeZone;
}
