/** SQLSTATE class 22: a value that a column can't hold, such as a number out of its range. */
const dataException = /^22[0-9A-Z]{3}$/;

/** True when the database refused a statement for the values in it, so that other values would have passed. */
export function isOddData(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("code" in error && typeof error.code === "string" && dataException.test(error.code)) return true;
  return "cause" in error && isOddData(error.cause);
}
