/** Keeps a choice of this browser for a year, where the server sees it with the next page. */
export function keepInBrowser(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older Safari and Firefox.
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}
