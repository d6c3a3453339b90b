import { GATE_REFUSALS, type Gate } from "#server/auth/rules/permissions.ts";
import { EmptyState } from "./empty-state.tsx";

/** What a person sees who comes by URL to something they may not do (R1). */
export function ForbiddenState({ gate }: { gate: Gate }) {
  return <EmptyState title="You can't open this page">{GATE_REFUSALS[gate]}</EmptyState>;
}
