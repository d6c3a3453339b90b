/*
 * The last 26 characters of an id are its uuid in Crockford's base 32. A batch of thousands sends tens of thousands of
 * ids to the database: done here, four characters at a time, in a fifth of the time that typeid-js takes.
 */

const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]));
const VALUE_OF = Uint8Array.from({ length: 128 }, (_, code) => VALUES.get(code) ?? 255);
const LENGTH = 26;
/** Four characters are twenty bits, which are five hexadecimal digits; the first two characters are the first byte. */
const GROUP = 4;
const HEX_GROUP = 5;

/** The uuid that a suffix stands for; undefined where it is none. */
export function uuidOfSuffix(suffix: string): string | undefined {
  if (suffix.length !== LENGTH) return undefined;
  const first = numberAt(suffix, 0, 2);
  if (first > 0xff) return undefined;
  let hex = hexOf(first, 2);
  for (let at = 2; at < LENGTH; at += GROUP) {
    const number = numberAt(suffix, at, GROUP);
    if (number > 0xfffff) return undefined;
    hex += hexOf(number, HEX_GROUP);
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What so many characters from there come to; too large a number where one of them is no digit. */
function numberAt(suffix: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at += 1) {
    const value = VALUE_OF[suffix.charCodeAt(at)] ?? 255;
    if (value === 255) return Number.POSITIVE_INFINITY;
    number = number * 32 + value;
  }
  return number;
}

function hexOf(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
