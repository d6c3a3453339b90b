import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin.ts";

const HOST = "lading.test";

describe("a request counts as our own page's", () => {
  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "none" }, true],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "cross-site", origin: `https://${HOST}` }, false],
    [{ origin: `https://${HOST}` }, true],
    [{ origin: "https://inner.test", "x-forwarded-host": "inner.test" }, true],
    [{ origin: "https://evil.test" }, false],
    [{ origin: "null" }, false],
    [{}, true],
  ])("%j → %s", (headers, expected) => {
    expect(isSameOrigin(new Headers({ host: HOST, ...headers }))).toBe(expected);
  });
});
