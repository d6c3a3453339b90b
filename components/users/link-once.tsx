"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { When } from "#components/reports/when.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";
import type { NewAccountLink } from "#server/users/schemas.ts";

type LinkOnceProps = { link: NewAccountLink; recipient: string };

/** A fresh one-time link: shown until the dialog closes, and never again. */
export function LinkOnce({ link, recipient }: LinkOnceProps) {
  const [copied, setCopied] = useState<"yes" | "failed">();
  const copy = () =>
    navigator.clipboard.writeText(link.url).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  const Icon = copied === "yes" ? Check : Copy;
  return (
    <div className="grid gap-2">
      <Alert meaning="attention" role="status">
        Lading sends no mail: give this link to {recipient} yourself. It is shown only now, and whoever has it
        can use it, once.
      </Alert>
      <Label htmlFor="one-time-link">Link</Label>
      <div className="flex gap-2">
        <Input
          id="one-time-link"
          readOnly
          value={link.url}
          onFocus={(event) => event.target.select()}
          className="font-mono"
        />
        <Button variant="primary" onClick={() => void copy()} className="max-sm:h-10">
          <Icon aria-hidden />
          {copied === "yes" ? "Copied" : "Copy link"}
        </Button>
      </div>
      <p aria-live="polite" className="text-muted-foreground text-sm">
        {copied === "failed" ? (
          "The browser didn't allow copying. Select the link and copy it by hand."
        ) : (
          <>
            Good until <When at={link.expiresAt} />.
          </>
        )}
      </p>
    </div>
  );
}
