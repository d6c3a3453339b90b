import type { CompanyId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { NoticeBox } from "./notice-box.ts";
import type { LiveNotice } from "./schemas.ts";

/** Hands each notice to the subscribers of its company in this process, and to nobody else. */
export class Switchboard {
  readonly #boxes = new Map<CompanyId, Set<NoticeBox>>();

  /** How many pages follow notices of this process. */
  get subscribers(): number {
    return [...this.#boxes.values()].reduce((count, boxes) => count + boxes.size, 0);
  }

  subscribe(scope: CompanyScope): NoticeBox {
    const box = new NoticeBox();
    const boxes = this.#boxes.get(scope.companyId) ?? new Set();
    this.#boxes.set(scope.companyId, boxes.add(box));
    return box;
  }

  unsubscribe(scope: CompanyScope, box: NoticeBox): void {
    const boxes = this.#boxes.get(scope.companyId);
    boxes?.delete(box);
    if (boxes?.size === 0) this.#boxes.delete(scope.companyId);
  }

  publish(companyId: CompanyId, notice: LiveNotice): void {
    for (const box of this.#boxes.get(companyId) ?? []) box.put(notice);
  }

  /** Tells every subscriber that notices may have been lost. */
  publishMissed(): void {
    for (const boxes of this.#boxes.values()) for (const box of boxes) box.putMissed();
  }
}
