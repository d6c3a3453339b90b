import dynamic from "next/dynamic";
import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { useSingleKeys } from "#components/layout/single-keys-choice.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Label } from "#components/ui/label.tsx";

const ShortcutList = dynamic(
  () => import("#components/layout/shortcut-list.tsx").then((m) => m.ShortcutList),
  {
    ssr: false,
  },
);

/** Single keys off for those whom they get in the way: speech input, or a hand that slips (WCAG 2.1.4). */
export function Keyboard() {
  const { on, choose } = useSingleKeys();
  const [listed, setListed] = useState(false);
  return (
    <Section id="keyboard" title="Keyboard" about="Takes effect at once, and is kept in this browser.">
      <div className="grid gap-1">
        <span className="flex items-center gap-2">
          <Checkbox
            id="single-keys"
            checked={on}
            aria-describedby="single-keys-note"
            onChange={({ target }) => choose(target.checked)}
          />
          <Label htmlFor="single-keys">Single-key shortcuts</Label>
        </span>
        <p id="single-keys-note" className="text-muted-foreground text-sm">
          One letter or sign acts, as / searches and j and k move in a list. Switch them off if you speak to
          your computer or press keys by accident. Arrows, Enter and those with ⌘ or Ctrl always work.
        </p>
      </div>
      <Button className="justify-self-start max-sm:h-10" onClick={() => setListed(true)}>
        Show all shortcuts
      </Button>
      {listed && <ShortcutList onClose={() => setListed(false)} />}
    </Section>
  );
}
