/**
 * Reads a USDOT number into its digits ("USDOT 3104488" → "3104488"); at most 8 digits.
 * Empty text gives undefined: a subsidiary may be saved without one, a batch can't be submitted without (R6).
 */
export function parseUsdotNumber(text: string | null | undefined): string | undefined {
  const digits = (text ?? "").replace(/\D/g, "").replace(/^0+/, "");
  return digits.length > 0 && digits.length <= 8 ? digits : undefined;
}
