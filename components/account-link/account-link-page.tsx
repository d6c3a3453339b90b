import { Alert } from "#components/ui/alert.tsx";
import { ROLE_LABELS } from "#server/auth/rules/permissions.ts";
import { formatDayTime } from "#server/kernel/local-time.ts";
import type { OpenLink } from "#server/users/schemas.ts";
import { AccountLinkForm } from "./account-link-form.tsx";
import { LinkFrame } from "./link-frame.tsx";

type Props = { link: OpenLink; token: string; signedInAs?: string };

/** What a one-time link is for and whom, and the password that uses it up. */
export function AccountLinkPage({ link, token, signedInAs }: Props) {
  const { kind, email, companyName, expiresAt, timeZone } = link;
  const ends = formatDayTime(expiresAt, timeZone, new Date());
  return (
    <LinkFrame title={kind === "invitation" ? `Join ${companyName}` : "Set a new password"}>
      <div className="grid gap-1 text-muted-foreground text-sm">
        {kind === "invitation" ? <Invited link={link} /> : <Reset link={link} />}
        <p className="tabular-nums">The link can be used once, until {ends}.</p>
      </div>
      {signedInAs && signedInAs !== email && (
        <Alert role="status">
          This browser is signed in as {signedInAs}. It will be signed in as {email} instead.
        </Alert>
      )}
      <AccountLinkForm kind={kind} token={token} email={email} />
    </LinkFrame>
  );
}

function Invited({ link: { name, role, billing, email } }: { link: OpenLink }) {
  return (
    <p className="[overflow-wrap:anywhere]">
      {name}, you are invited to Lading as {ROLE_LABELS[role]}
      {billing && " with Billing"}. You will sign in with <strong className="text-foreground">{email}</strong>
      .
    </p>
  );
}

function Reset({ link: { email, companyName } }: { link: OpenLink }) {
  return (
    <p className="[overflow-wrap:anywhere]">
      For <strong className="text-foreground">{email}</strong> at {companyName}. Everywhere this e-mail is
      signed in, it will be signed out.
    </p>
  );
}
