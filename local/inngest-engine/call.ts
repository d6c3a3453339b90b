import { type Answer, failed, readAnswer } from "./answer.ts";
import { sendToApp, Undelivered } from "./app-http.ts";
import { callRequest } from "./call-request.ts";
import { isDatabaseDown, transact } from "./database.ts";
import type { Engine } from "./engine.ts";
import type { Job } from "./jobs.ts";
import { removeJob } from "./jobs.ts";
import { patiently } from "./patiently.ts";
import { report } from "./report.ts";
import { findRunState, type RunState } from "./run-state.ts";
import { settle } from "./settle.ts";

/** The longest a call may take; the real server's limit. */
const CALL_TIMEOUT_MS = 2 * 3_600_000;

/** Does a `call` job: lets the app run the function from its saved steps on, and books what came of it. */
export async function doCall(engine: Engine, job: Job): Promise<void> {
  // Read after the claim has committed: from then on no older dispatch can save a step that this picture lacks.
  const state = job.run ? await findRunState(engine.sql, job.run) : undefined;
  if (!state) {
    await transact(engine, (tx) => removeJob(tx, job));
    return;
  }
  const answer = await ask(engine, job, state);
  // The app is done with it: the next job may have the slot while this answer is being saved.
  engine.slots.free(job.id);
  engine.kick();
  try {
    await patiently(() => settle(engine, job, answer));
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    // What can't be booked now (a sleep of "soon", say) can't be later: fail the run rather than repeat its steps for ever.
    report(`run ${state.id} can't go on`, error);
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    await patiently(() => settle(engine, job, { kind: "refused", error: { name, message } }));
  }
}

async function ask(engine: Engine, job: Job, state: RunState): Promise<Answer> {
  const fn = engine.registry.functions.get(state.fn);
  if (!fn) return failed(`function ${state.fn} is not served any more`);
  const { url, headers, body } = callRequest(job, fn, state);
  try {
    const { signingKey } = engine.config;
    const response = await sendToApp("POST", url, { body, headers, signingKey, timeoutMs: CALL_TIMEOUT_MS });
    return readAnswer(response, new Date());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return error instanceof Undelivered
      ? { kind: "undelivered", reason }
      : failed(`the call broke off: ${reason}`);
  }
}
