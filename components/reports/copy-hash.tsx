import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** The SHA-256 of a document, short, and copied whole at a press. */
export function CopyHash({ sha256 }: { sha256: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(sha256);
    setCopied(true);
  };
  const Icon = copied ? Check : Copy;
  return (
    <Button
      variant="ghost"
      size="sm"
      title={sha256}
      onClick={() => void copy()}
      className="font-mono text-xs"
    >
      {sha256.slice(0, 8)}…{sha256.slice(-8)}
      <span className="sr-only">{copied ? "SHA-256 copied" : "Copy the whole SHA-256"}</span>
      <Icon aria-hidden />
    </Button>
  );
}
