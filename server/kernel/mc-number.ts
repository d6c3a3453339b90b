/** An FMCSA docket number: digits only, no "MC", no leading zeros. */
export type McNumber = string;

/**
 * Reads an MC number as people write it ("MC-0123456", "mc 123456") into digits without leading zeros
 * (article R11; OTR misses look-ups with leading zeros, OTR §4). Empty or digit-free text gives undefined.
 */
export function parseMcNumber(text: string | null | undefined): McNumber | undefined {
  const digits = (text ?? "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length > 0 && digits.length <= 9 ? digits : undefined;
}
