import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { bodyRefusal } from "#server/kernel/body-limit.ts";
import { authOptions } from "./auth-options.ts";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** Answers next-auth's own requests: its CSRF token, sign-in, sign-out, and whether a session lives. */
export async function answerAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  const refusal = bodyRefusal(request);
  if (refusal) return refusal;
  return NextAuth(request, context, authOptions(request.headers));
}
