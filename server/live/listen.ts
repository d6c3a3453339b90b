import { listenTo } from "#db/listen.ts";
import { idSchema } from "#server/kernel/ids.ts";
import { log } from "#server/log.ts";
import { LIVE_CHANNEL } from "./notify.ts";
import { liveNoticeSchema } from "./schemas.ts";
import { Switchboard } from "./switchboard.ts";

type Listening = { switchboard: Switchboard; stop: () => Promise<void> };

// On globalThis, because the development server reloads this module and must not listen once more each time.
const kept: { ladingLive?: Promise<Listening> } = globalThis as never;

const messageSchema = liveNoticeSchema.extend({ companyId: idSchema("company") });

/** The process's switchboard, fed by one LISTEN connection from the first subscriber on. */
export async function liveSwitchboard(): Promise<Switchboard> {
  kept.ladingLive ??= startListening().catch((error: unknown) => {
    kept.ladingLive = undefined;
    throw error;
  });
  return (await kept.ladingLive).switchboard;
}

/** Ends the LISTEN connection; for tests and scripts that must end. */
export async function stopListening(): Promise<void> {
  const listening = await kept.ladingLive;
  kept.ladingLive = undefined;
  await listening?.stop();
}

async function startListening(): Promise<Listening> {
  const switchboard = new Switchboard();
  const stop = await listenTo(LIVE_CHANNEL, {
    onMessage: (text) => publish(switchboard, text),
    onListening: () => switchboard.publishMissed(),
  });
  return { switchboard, stop };
}

function publish(switchboard: Switchboard, text: string): void {
  const message = messageSchema.safeParse(parseJson(text));
  if (!message.success) {
    log().warn({ channel: LIVE_CHANNEL }, "a notice that isn't one of ours was dropped");
    return;
  }
  const { companyId, ...notice } = message.data;
  switchboard.publish(companyId, notice);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
