"use client";

// Every page carries this along, so it is made of nothing but what stands here.
export default function FrameError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-background px-4 text-center text-foreground">
      <div role="alert" className="grid max-w-md justify-items-center gap-1">
        <h1 className="font-medium text-base">Lading could not be loaded</h1>
        <p className="text-balance text-muted-foreground text-sm">
          Nothing was changed, and batches go on by themselves. Wait a moment, then try again.
        </p>
        <button
          type="button"
          onClick={reset}
          className="mt-3 h-8 rounded-md border bg-card px-3 font-medium text-sm hover:bg-accent"
        >
          Try again
        </button>
      </div>
    </main>
  );
}
