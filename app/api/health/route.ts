import { checkHealth } from "#server/health/check-health.ts";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  await checkHealth();
  return Response.json({ ok: true });
}
