import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { LinkFrame } from "./link-frame.tsx";

/** A one-time link that opens nothing: why, and the way on. */
export function DeadLink({ sentence }: { sentence: string }) {
  return (
    <LinkFrame title="This link can't be used">
      <p className="text-muted-foreground">{sentence}</p>
      <Button asChild size="lg" className="justify-self-start">
        <Link href="/sign-in">Go to sign-in</Link>
      </Button>
    </LinkFrame>
  );
}
