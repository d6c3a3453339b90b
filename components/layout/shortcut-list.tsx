"use client";

import Link from "next/link";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useSingleKeys } from "./single-keys-choice.tsx";

type Shortcut = { keys: readonly string[]; what: string };

const SINGLE: readonly Shortcut[] = [
  { keys: ["/"], what: "Search this list" },
  { keys: ["j"], what: "Next row" },
  { keys: ["k"], what: "Row before" },
  { keys: ["x"], what: "Select the row" },
  { keys: ["shift", "x"], what: "Select everything up to the row" },
  { keys: ["s"], what: "Submit the selected invoices" },
  { keys: ["n"], what: "New load, in the list of loads" },
  { keys: ["r"], what: "Release the selected loads" },
  { keys: ["?"], what: "Show this list" },
];

const ALWAYS: readonly Shortcut[] = [
  { keys: ["⌘ or Ctrl", "K"], what: "Find a load, customer, batch or page" },
  { keys: ["Enter"], what: "From the search to the first row" },
  { keys: ["↓"], what: "From a row to the next, ↑ to the one before" },
  { keys: ["Space"], what: "Select the row, with shift everything up to it" },
  { keys: ["Enter"], what: "Open the row" },
  { keys: ["Esc"], what: "Close what is open" },
];

/** The shortcuts of the product, as many as work in this browser. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { on } = useSingleKeys();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Keyboard shortcuts</DialogTitle>
        <DialogDescription>
          {on
            ? "Single keys can be switched off under "
            : "Single keys are switched off. Switch them on under "}
          <Link href="/account#keyboard" onClick={onClose} className="text-link underline underline-offset-4">
            Your account
          </Link>
          .
        </DialogDescription>
        {on && <Shortcuts shortcuts={SINGLE} />}
        <Shortcuts shortcuts={ALWAYS} />
      </DialogContent>
    </Dialog>
  );
}

function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl className="grid gap-1">
      {shortcuts.map(({ keys, what }) => (
        <div key={what} className="flex h-8 items-center justify-between border-b last:border-0">
          <dt className="text-sm">{what}</dt>
          <dd className="flex gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
