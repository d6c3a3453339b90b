"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { requestSignOut } from "./request-sign-in.ts";

/** Ends the session on the server, then loads the sign-in page anew so that no data stays in the tab. */
export function SignOutButton({ className }: { className?: string }) {
  const [failed, setFailed] = useState(false);

  async function signOut() {
    try {
      await requestSignOut();
      window.location.assign("/sign-in");
    } catch {
      setFailed(true);
    }
  }

  return (
    <Button variant="ghost" className={className} onClick={signOut}>
      {failed ? "No connection: sign out again" : "Sign out"}
    </Button>
  );
}
