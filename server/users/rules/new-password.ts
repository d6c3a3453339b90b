export const MIN_PASSWORD_LENGTH = 12;
const MAX_PASSWORD_LENGTH = 200;

/** Words that everybody tries first; digits and signs around them help little. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...["password", "passwordpassword", "passphrase", "passwort", "qwerty", "qwertyqwerty", "qwertyuiop"],
  ...["qwertyuiopasdfghjkl", "asdfghjkl", "zxcvbnm", "qazwsxedc", "abc", "abcd", "abcdefgh", "letmein"],
  ...["welcome", "iloveyou", "admin", "adminadmin", "administrator", "changeme", "changeit", "secret"],
  ...["sunshine", "princess", "football", "baseball", "superman", "trustno", "monkey", "dragon", "master"],
  ...["lading", "factoring", "trucking", "freight", "company", "billing", "onetwothree", "test", "testtest"],
]);

/** Runs of keys and letters, in which a password may not lie whole. */
const RUNS = [
  "0123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
];

/**
 * What is wrong with a new password, in a sentence; undefined when it will do: long enough, not the e-mail,
 * and none of the commonest.
 */
export function passwordRefusal(password: string, email: string): string | undefined {
  if (password.length < MIN_PASSWORD_LENGTH) {
    return `Use at least ${MIN_PASSWORD_LENGTH} characters. A few words in a row are easy to remember.`;
  }
  if (password.length > MAX_PASSWORD_LENGTH) return `Use at most ${MAX_PASSWORD_LENGTH} characters.`;
  if (resemblesEmail(password, email)) return "Choose a password that isn't your e-mail address.";
  if (isCommon(password)) {
    return "Many people use this password, so it is among the first that are tried. Choose another one.";
  }
  return undefined;
}

function resemblesEmail(password: string, email: string): boolean {
  const typed = password.toLowerCase();
  if (typed.includes(email.toLowerCase())) return true;
  const name = onlyLetters(email.toLowerCase().split("@")[0] ?? "");
  return name !== "" && [name, name + name].includes(onlyLetters(typed));
}

function isCommon(password: string): boolean {
  const typed = password.toLowerCase();
  const letters = onlyLetters(typed);
  if (COMMON_WORDS.has(letters)) return true;
  if (new Set(typed).size <= 4) return true;
  return RUNS.some((run) => {
    const endless = run + run + run;
    return endless.includes(typed) || [...endless].toReversed().join("").includes(typed);
  });
}

function onlyLetters(text: string): string {
  return text.replace(/[^a-z]/g, "");
}
