import { expect, test } from "vitest";
import { networkFailureOf } from "./network-failure.ts";

test.each([
  ["ENOTFOUND", "dns", "no"],
  ["ECONNREFUSED", "refused", "no"],
  ["ERR_CONNECT_TIMEOUT", "timeout", "no"],
  ["CERT_HAS_EXPIRED", "tls", "no"],
  ["ECONNRESET", "reset", "perhaps"],
  ["EPIPE", "reset", "perhaps"],
  ["ETIMEDOUT", "timeout", "perhaps"],
  ["SOMETHING_NEW", "network", "perhaps"],
  ["toString", "network", "perhaps"],
])("%s is %s, alone or under another error; OTR was reached: %s", (code, cause, reachedOtr) => {
  const inner = Object.assign(new Error("inner"), { code });
  expect(networkFailureOf(inner)).toEqual({ cause, reachedOtr });
  expect(networkFailureOf(new TypeError("failed", { cause: inner }))).toEqual({ cause, reachedOtr });
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
