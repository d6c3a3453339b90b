import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Account } from "#server/account/schemas.ts";

/** The person's other companies; the page is loaded anew there, so that nothing of this one stays in the tab. */
export function OtherCompanies({ companies }: { companies: Account["otherCompanies"] }) {
  const [failed, setFailed] = useState(false);

  async function switchTo(companyId: string) {
    setFailed(false);
    const response = await fetch(`/api/companies/${companyId}/session`, { method: "POST" }).catch(
      () => undefined,
    );
    if (response?.ok) window.location.assign("/");
    else setFailed(true);
  }

  return (
    <Section
      id="companies"
      title="Your other companies"
      about="You sign in with the same password. Switching ends this sign-in and begins one there."
    >
      <ul className="divide-y rounded-md border">
        {companies.map(({ id, name }) => (
          <li key={id} className="flex min-h-11 items-center gap-4 px-3 py-2 text-sm">
            <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
            <Button size="sm" onClick={() => void switchTo(id)} aria-label={`Switch to ${name}`}>
              Switch
            </Button>
          </li>
        ))}
      </ul>
      {failed && (
        <Alert meaning="failed">
          The switch didn't work and you are still in this company. Reload the page, then try again.
        </Alert>
      )}
    </Section>
  );
}
