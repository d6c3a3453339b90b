import { describe, expect, it } from "vitest";
import { NoticeBox } from "./notice-box.ts";

describe("the notices waiting for a page", () => {
  it("hold equal ones once", () => {
    const box = new NoticeBox();
    box.put({ topic: "batch", id: "batch_1" });
    box.put({ topic: "batch", id: "batch_1" });
    box.put({ topic: "batch", id: "batch_2" });
    box.put({ topic: "queue" });
    expect(box.take().notices.map(({ topic, id }) => [topic, id])).toEqual([
      ["batch", "batch_1"],
      ["batch", "batch_2"],
      ["queue", undefined],
    ]);
  });

  it("are gone once taken, and nothing arrives until the next", async () => {
    const box = new NoticeBox();
    box.put({ topic: "queue" });
    await box.arrived();
    box.take();
    expect(await Promise.race([box.arrived(), Promise.resolve("nothing")])).toBe("nothing");
    expect(box.take()).toEqual({ notices: [], missed: false });
  });

  it("become one word, look at everything, when more than 200 wait", () => {
    const box = new NoticeBox();
    for (let n = 0; n <= 200; n += 1) box.put({ topic: "load", id: `load_${n}` });
    expect(box.take()).toEqual({ notices: [], missed: true });
  });
});
