import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "./auth-options.ts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** Answers next-auth's own requests: its CSRF token, sign-in, sign-out, and whether a session lives. */
export function answerAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  return NextAuth(request, context, authOptions(request.headers));
}
