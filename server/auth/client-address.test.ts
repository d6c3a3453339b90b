import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { addressBehind } from "./client-address.ts";
import { notePeerAddresses } from "./note-peer-addresses.ts";

const [client, proxy, outer] = ["198.51.100.7", "10.0.0.1", "10.0.0.2"];

test.each<[why: string, header: string | null, trustedProxies: number, address: string | null]>([
  ["nobody is trusted: the socket's own address", client, 0, client],
  ["nobody is trusted: a forged entry counts for nothing", `8.8.8.8, ${client}`, 0, client],
  ["nobody is trusted: nor do many", `1.1.1.1, 8.8.8.8, 9.9.9.9, ${client}`, 0, client],
  ["behind one proxy: what it saw", `${client}, ${proxy}`, 1, client],
  ["behind one proxy: not what the client claimed to it", `8.8.8.8, ${client}, ${proxy}`, 1, client],
  ["behind two: what the outer one saw", `8.8.8.8, ${client}, ${outer}, ${proxy}`, 2, client],
  ["past the proxy: who came past it", client, 1, client],
  ["past both proxies: who came past them", client, 2, client],
  ["a port is no part of it", `${client}:51123, ${proxy}`, 1, client],
  ["IPv6", "2001:db8::7", 0, "2001:db8::7"],
  ["IPv6 with its port", `[2001:db8::7]:51123, ${proxy}`, 1, "2001:db8::7"],
  ["IPv4 on an IPv6 socket", `::ffff:${client}`, 0, client],
  ["what the proxy doesn't know", `unknown, ${proxy}`, 1, null],
  ["a word is no address", `8.8.8.8, <script>, ${proxy}`, 1, null],
  ["no header", null, 0, null],
  ["an empty header", "", 0, null],
  ["empty entries", ` , ,${client}`, 0, client],
])("%s", (_why, header, trustedProxies, address) => {
  expect(addressBehind(header, trustedProxies)).toBe(address);
});

notePeerAddresses();
const server = createServer((request, response) => response.end(request.headers["x-forwarded-for"]));
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
afterAll(() => server.close());
const ask = async (headers: HeadersInit) =>
  (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers })).text();

test.each<[sent: HeadersInit, seen: string]>([
  [{}, "127.0.0.1"],
  [{ "x-forwarded-for": "8.8.8.8" }, "8.8.8.8, 127.0.0.1"],
  [{ "x-forwarded-for": "8.8.8.8, 9.9.9.9" }, "8.8.8.8, 9.9.9.9, 127.0.0.1"],
])("a server sees its socket's address last, whatever a client claims: %j", async (sent, seen) => {
  expect(await ask(sent)).toBe(seen);
  expect(addressBehind(await ask(sent), 0)).toBe("127.0.0.1");
});
