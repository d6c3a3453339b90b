import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { followInOneTab } from "./one-tab-leads.ts";

/** Tabs of one browser under a lock of their own; `held` are the connections that they opened. */
function aBrowser() {
  const name = `live-${randomUUID()}`;
  const held: { say: (message: string) => void; closed: boolean }[] = [];
  const openTab = () => {
    const heard: string[] = [];
    const open = (say: (message: string) => void) => {
      const connection = { say, closed: false };
      held.push(connection);
      return () => {
        connection.closed = true;
      };
    };
    return { heard, close: followInOneTab<string>(name, open, (message) => heard.push(message)) };
  };
  return { held, openTab };
}

test("one tab holds the connection, and all hear what it says, also that the session has ended", async () => {
  const { held, openTab } = aBrowser();
  const tabs = [openTab(), openTab(), openTab()];
  await vi.waitFor(() => expect(held).toHaveLength(1));
  held[0]?.say("refused");
  await vi.waitFor(() =>
    expect(tabs.map(({ heard }) => heard)).toEqual([["refused"], ["refused"], ["refused"]]),
  );
  expect(held).toHaveLength(1);
  for (const { close } of tabs) close();
});

test("when the tab that holds the connection closes, it lets go of it and the next takes over", async () => {
  const { held, openTab } = aBrowser();
  const [first, second] = [openTab(), openTab()];
  await vi.waitFor(() => expect(held).toHaveLength(1));
  first.close();
  await vi.waitFor(() => expect(held).toHaveLength(2));
  expect(held[0]?.closed).toBe(true);
  held[1]?.say("batch");
  await vi.waitFor(() => expect(second.heard).toEqual(["batch"]));
  expect(first.heard).toEqual([]);
  second.close();
});
