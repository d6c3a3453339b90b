import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";

/** A page without the frame: for who isn't signed in, or where the frame itself could not be drawn. */
export function PageApart({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-background px-4 py-8 text-foreground">
      <div className="grid w-full max-w-md justify-items-center">
        <Brand />
        {children}
      </div>
    </main>
  );
}
