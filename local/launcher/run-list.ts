/** Something that must be stopped when Lading stops. */
type Stoppable = { stop(): Promise<unknown> };

/** The order in which things stop: what uses others goes before what it uses. */
const STOP_ORDER = ["script", "app", "engine", "sandbox", "postgres"] as const;
export type Role = (typeof STOP_ORDER)[number];

/** Everything that runs on our behalf, by its role. */
export type RunList = {
  add(role: Role, running: Stoppable): void;
  stopAll(): Promise<void>;
};

/** An empty list. What is added after `stopAll` is stopped at once. */
export function createRunList(): RunList {
  const running: { role: Role; item: Stoppable }[] = [];
  let stopping = false;
  return {
    add(role, item) {
      if (stopping) void item.stop();
      running.push({ role, item });
    },
    async stopAll() {
      stopping = true;
      for (const role of STOP_ORDER) {
        await Promise.all(running.filter((entry) => entry.role === role).map((entry) => entry.item.stop()));
      }
    },
  };
}
