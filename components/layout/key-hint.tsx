import { Kbd } from "#components/ui/kbd.tsx";
import { useSingleKeys } from "./single-keys-choice.tsx";

/** The key that does the same as the primary button around it, where single keys act. */
export function KeyHint({ children }: { children: string }) {
  const { on } = useSingleKeys();
  if (!on) return null;
  return (
    <Kbd
      aria-hidden
      className="border-primary-foreground/30 bg-transparent text-primary-foreground max-md:hidden"
    >
      {children}
    </Kbd>
  );
}
