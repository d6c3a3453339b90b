import { expect, test } from "vitest";
import { otrTextOf } from "./otr-text.ts";

test.each([
  ['{"statusCode":400,"message":"Invalid Request"}', "Invalid Request"],
  ['{"Message":"Broker not found","ResponseStatus":404}', "Broker not found"],
  ['{"Error":"invalid_grant"}', "invalid_grant"],
  ['{"detail":"No access"}', "No access"],
  ['{"errors":["PO is used",{"message":"Amount"}]}', "PO is used; Amount"],
  ["<html><h1>Closed</h1> for the  night</html>", "Closed for the night"],
  ["", undefined],
])("the words in %s", (body, words) => {
  expect(otrTextOf(body, parse(body))).toBe(words);
});

function parse(body: string): unknown {
  return body.startsWith("{") ? JSON.parse(body) : undefined;
}
