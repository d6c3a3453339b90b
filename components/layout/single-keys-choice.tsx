"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { keepInBrowser } from "./keep-in-browser.ts";
import { cookieIn, readSingleKeys, SINGLE_KEYS_COOKIE } from "./single-keys.ts";

type SingleKeys = { on: boolean; choose: (on: boolean) => void };

const SingleKeysContext = createContext<SingleKeys | undefined>(undefined);

/** Says to everything below whether single keys act, as chosen in this browser; another tab's choice counts on return. */
export function SingleKeysChoice({ initial, children }: { initial: boolean; children: ReactNode }) {
  const [on, setOn] = useState(initial);
  useEffect(() => {
    const look = () => setOn(readSingleKeys(cookieIn(document.cookie, SINGLE_KEYS_COOKIE)));
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, []);
  const choose = (next: boolean) => {
    keepInBrowser(SINGLE_KEYS_COOKIE, next ? "on" : "off");
    setOn(next);
  };
  return <SingleKeysContext value={{ on, choose }}>{children}</SingleKeysContext>;
}

/** Whether single keys act, and the way to choose. */
export function useSingleKeys(): SingleKeys {
  const singleKeys = useContext(SingleKeysContext);
  if (!singleKeys) throw new Error("useSingleKeys needs a SingleKeysChoice above it.");
  return singleKeys;
}
