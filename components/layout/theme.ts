/** What a person may choose; `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

export const THEME_LABELS = {
  system: "System",
  light: "Light",
  dark: "Dark",
} as const satisfies Record<Theme, string>;

/** A cookie, so that the server writes the right theme into the first byte of HTML and nothing flashes. */
export const THEME_COOKIE = "lading-theme";

/** Reads the cookie's value; anything unknown is `system`. */
export function readTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
