import { type NextRequest, NextResponse } from "next/server";
import { PAGE_PATH_HEADER } from "#server/auth/rules/sign-in-path.ts";

/** Tells each page its own address, so that sign-in can return to it. Permission is the pages' own matter. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(PAGE_PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: "/((?!api|_next|sign-in|invitation|reset-password).*)" };
