import type { ReactNode } from "react";
import { Brand } from "#components/layout/brand.tsx";

/** The page of somebody who isn't signed in: the name, what it is about, and what to do. */
export function LinkFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-background px-4 py-8 text-foreground">
      <div className="grid w-full max-w-[24rem] gap-4">
        <Brand />
        <h1 className="mt-2 font-semibold text-[20px] [overflow-wrap:anywhere]">{title}</h1>
        {children}
      </div>
    </main>
  );
}
