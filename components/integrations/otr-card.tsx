import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { Button } from "#components/ui/button.tsx";
import type { IntegrationSettings } from "#server/integrations/schemas.ts";
import { formatClock, formatDay } from "#server/kernel/local-time.ts";
import { LoginStatusChip } from "./login-status-chip.tsx";

const LoginDialog = dynamic(() => import("./login-dialog.tsx").then((m) => m.LoginDialog), { ssr: false });
const DisconnectDialog = dynamic(() => import("./disconnect-dialog.tsx").then((m) => m.DisconnectDialog), {
  ssr: false,
});

/** OTR Solutions for one subsidiary: how the login stands, as of when, and the way to change it (R8, R10). */
export function OtrCard({ settings }: { settings: IntegrationSettings }) {
  const [open, setOpen] = useState<"login" | "disconnect">();
  const { login } = settings;
  const isConnected = login !== null && login.status !== "disconnected";
  return (
    <section aria-label="OTR Solutions" className="grid gap-3 border-t px-4 py-3 text-sm">
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="font-medium">OTR Solutions</h2>
        <Button
          variant="ghost"
          size="icon"
          aria-label="Edit OTR Solutions"
          className="size-7"
          onClick={() => setOpen("login")}
        >
          <Pencil aria-hidden />
        </Button>
        <LoginStatusChip login={login} />
        {isConnected && (
          <Button size="sm" className="ml-auto" onClick={() => setOpen("disconnect")}>
            Disconnect
          </Button>
        )}
      </header>
      {login ? (
        <LoginFacts login={login} />
      ) : (
        <p>Enter the login of the OTR Solutions client portal to connect.</p>
      )}
      <p className="text-muted-foreground">Fuel cards are not supported with OTR Solutions.</p>
      {open === "login" && <LoginDialog settings={settings} onClose={() => setOpen(undefined)} />}
      {open === "disconnect" && <DisconnectDialog settings={settings} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function LoginFacts({ login }: { login: NonNullable<IntegrationSettings["login"]> }) {
  const timeZone = useCompanyTimeZone();
  const at = (instant: string) => `${formatDay(instant, timeZone)}, ${formatClock(instant, timeZone)}`;
  const facts = [
    ["Username", login.username],
    ["Saved", `${at(login.savedAt)}${login.savedByName ? ` by ${login.savedByName}` : ""}`],
    ["Last successful call", login.lastSuccessAt ? at(login.lastSuccessAt) : "None yet"],
    [
      "Last error",
      login.lastError ? `${login.lastErrorAt ? `${at(login.lastErrorAt)}: ` : ""}${login.lastError}` : "None",
    ],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
