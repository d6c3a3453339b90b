import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Section } from "#components/layout/section.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { When } from "#components/reports/when.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { StatusChip } from "#components/ui/status-chip.tsx";
import type { OwnSession } from "#server/account/schemas.ts";

/** Where one is signed in, and the way to end what isn't one's own any more. */
export function OwnSessions() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries(trpc.account.sessions.pathFilter());
  const { data: sessions } = useSuspenseQuery(trpc.account.sessions.queryOptions());
  const end = useMutation(trpc.account.endSession.mutationOptions({ onSettled }));
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions({ onSettled }));
  const error = end.error ?? endOthers.error;
  return (
    <Section
      id="sessions"
      title="Where you are signed in"
      about="A sign-in ends by itself after 7 days. If you don't know one, end it and change your password."
    >
      <ul className="divide-y rounded-md border">
        {sessions.map((session) => (
          <SessionItem
            key={session.sessionId}
            session={session}
            busy={end.isPending}
            onEnd={() => end.mutate({ sessionId: session.sessionId })}
          />
        ))}
      </ul>
      {error && <Alert meaning="failed">{error.message}</Alert>}
      {sessions.length > 1 && (
        <Button
          className="justify-self-start max-sm:h-10"
          disabled={endOthers.isPending}
          onClick={() => endOthers.mutate()}
        >
          Sign out everywhere else
        </Button>
      )}
    </Section>
  );
}

type ItemProps = { session: OwnSession; busy: boolean; onEnd: () => void };

function SessionItem({ session: { device, ip, startedAt, isThis }, busy, onEnd }: ItemProps) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{device}</span>
        <span className="text-muted-foreground">
          Signed in <When at={startedAt} />
          {ip && ` from ${ip}`}
        </span>
      </span>
      {isThis ? (
        <StatusChip meaning="done">This one</StatusChip>
      ) : (
        <Button
          size="sm"
          disabled={busy}
          onClick={onEnd}
          aria-label={`Sign out ${device}${ip ? ` at ${ip}` : ""}`}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
