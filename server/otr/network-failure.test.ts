import { expect, test } from "vitest";
import { networkFailureOf } from "./network-failure.ts";

test.each([
  ["ENOTFOUND", "dns", "no"],
  ["ECONNREFUSED", "refused", "no"],
  ["UND_ERR_CONNECT_TIMEOUT", "timeout", "no"],
  ["CERT_HAS_EXPIRED", "tls", "no"],
  ["ECONNRESET", "reset", "perhaps"],
  ["UND_ERR_SOCKET", "reset", "perhaps"],
  ["ETIMEDOUT", "timeout", "perhaps"],
  ["SOMETHING_NEW", "network", "perhaps"],
  ["toString", "network", "perhaps"],
])("%s under a fetch error is %s; OTR was reached: %s", (code, cause, reachedOtr) => {
  const thrown = new TypeError("fetch failed", { cause: Object.assign(new Error("inner"), { code }) });
  expect(networkFailureOf(thrown)).toEqual({ cause, reachedOtr });
});

test("our own time limit leaves it open whether OTR was reached", () => {
  expect(networkFailureOf(new DOMException("", "TimeoutError"))).toEqual({
    cause: "timeout",
    reachedOtr: "perhaps",
  });
});

test.each([undefined, null, "text", new Error("plain")])(
  "%o is a network failure of no known kind",
  (thrown) => {
    expect(networkFailureOf(thrown)).toEqual({ cause: "network", reachedOtr: "perhaps" });
  },
);
