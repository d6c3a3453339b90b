/** The page's look: quiet, light and dark, two-line rows on a phone. */
export const style = `
:root {
  --ground: oklch(0.985 0.003 220); --panel: oklch(1 0 0); --line: oklch(0.9 0.006 220); --text: oklch(0.25 0.02 230);
  --quiet: oklch(0.48 0.02 230); --brand: oklch(0.42 0.08 215);
  --done: oklch(0.42 0.11 150); --attention: oklch(0.45 0.1 75); --refused: oklch(0.46 0.16 28);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: oklch(0.19 0.012 230); --panel: oklch(0.23 0.014 230); --line: oklch(0.33 0.015 230); --text: oklch(0.93 0.006 220);
    --quiet: oklch(0.72 0.015 225); --brand: oklch(0.8 0.08 210);
    --done: oklch(0.8 0.13 150); --attention: oklch(0.84 0.11 80); --refused: oklch(0.78 0.12 28);
  }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 24px; background: var(--ground); color: var(--text); font: 13px/1.45 ui-sans-serif, system-ui, sans-serif; }
header, main { max-width: 1440px; margin: 0 auto; }
h1 { font-size: 20px; margin: 0; } h2 { font-size: 14px; margin: 0; } header p, .switches p { margin: 4px 0 12px; color: var(--quiet); }
#notice { max-width: 1440px; min-height: 21px; margin: 0 auto 8px; color: var(--brand); }
.switches { display: grid; grid-template-columns: 1fr 2fr; gap: 16px; padding: 16px; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; }
button, input { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 4px 10px; min-height: 30px; }
button { cursor: pointer; } button:hover { border-color: var(--brand); } :focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
a { color: var(--brand); } small { color: var(--quiet); }
.search { display: flex; align-items: center; gap: 8px; margin: 16px 0 8px; } .search input { flex: 0 1 280px; min-width: 0; }
table { width: 100%; border-collapse: collapse; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; }
caption { text-align: left; color: var(--quiet); padding: 4px 0 8px; }
th, td { text-align: left; padding: 4px 8px; border-top: 1px solid var(--line); vertical-align: middle; }
thead th { font-weight: 500; color: var(--quiet); border-top: 0; } tbody th { font-weight: 600; }
td, th { font-variant-numeric: tabular-nums; } .number { text-align: right; }
.chip { white-space: nowrap; } .chip::before { content: "○ "; } .done { color: var(--done); } .done::before { content: "● "; }
.attention { color: var(--attention); } .attention::before { content: "▲ "; } .refused { color: var(--refused); } .refused::before { content: "✕ "; }
.document { display: block; } .actions > div, .actions form { display: flex; gap: 4px; } .actions input { width: 52px; }
td, tbody th { white-space: nowrap; } td button, td input { min-height: 26px; padding: 1px 8px; }
.empty { padding: 32px; text-align: center; color: var(--quiet); border: 1px solid var(--line); border-radius: 6px; }
@media (max-width: 860px) {
  body { padding: 16px; } .switches { grid-template-columns: 1fr; } thead { display: none; }
  tr { display: block; padding: 8px 10px; border-top: 1px solid var(--line); } th, td { display: block; border: 0; padding: 2px 0; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); } .number { text-align: left; }
  button, input, td button, td input { min-height: 40px; } td { white-space: normal; } .actions > div { flex-wrap: wrap; }
}
`;
