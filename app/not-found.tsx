import type { Metadata } from "next";
import { Brand } from "#components/layout/brand.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { buttonVariants } from "#components/ui/button.tsx";

export const metadata: Metadata = { title: "No such page" };

export default function NoSuchPage() {
  return (
    <main className="grid min-h-dvh place-items-center bg-background px-4 py-8 text-foreground">
      <div className="grid w-full max-w-md justify-items-center">
        <Brand />
        <EmptyState
          wholePage
          title="There is no such page"
          action={
            // Every page carries a link's script along; nobody is in a hurry here.
            <a href="/" className={buttonVariants()}>
              Go to Home
            </a>
          }
        >
          The address is mistyped, or the page has moved.
        </EmptyState>
      </div>
    </main>
  );
}
