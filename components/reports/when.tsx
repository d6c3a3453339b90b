"use client";

import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { formatDayTime } from "#server/kernel/local-time.ts";

/** An instant in the company's time zone, "Mon, Nov 23, 14:05". */
export function When({ at }: { at: string }) {
  const timeZone = useCompanyTimeZone();
  return (
    <time dateTime={at} className="tabular-nums">
      {formatDayTime(at, timeZone, new Date())}
    </time>
  );
}
