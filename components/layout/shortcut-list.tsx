"use client";

import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

const SHORTCUTS = [
  { keys: ["/"], what: "Search this list" },
  { keys: ["Enter"], what: "From the search to the first row" },
  { keys: ["j"], what: "Next row" },
  { keys: ["k"], what: "Row before" },
  { keys: ["x"], what: "Select the row" },
  { keys: ["shift", "x"], what: "Select everything up to the row" },
  { keys: ["Enter"], what: "Open the row" },
  { keys: ["s"], what: "Submit the selected invoices" },
  { keys: ["n"], what: "New load, in the list of loads" },
  { keys: ["r"], what: "Release the selected loads" },
  { keys: ["⌘ or Ctrl", "K"], what: "Find a load, customer, batch or page, or enter a new load" },
  { keys: ["?"], what: "Show this list" },
  { keys: ["Esc"], what: "Close what is open" },
] as const;

/** The shortcuts of the product. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Keyboard shortcuts</DialogTitle>
        <DialogDescription className="sr-only">Keys that work in lists and on every page.</DialogDescription>
        <dl className="grid gap-1">
          {SHORTCUTS.map(({ keys, what }) => (
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
      </DialogContent>
    </Dialog>
  );
}
