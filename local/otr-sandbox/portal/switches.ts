import type { FaultRequest } from "../faults.ts";
import { type Html, html } from "./html.ts";
import type { PageFacts } from "./page.ts";

const faults: { label: string; fault: FaultRequest }[] = [
  { label: "OTR is down", fault: { kind: "maintenance_503", times: null } },
  { label: "Lose the next create's answer", fault: { kind: "drop_after_commit", route: "create-invoice" } },
  { label: "Refuse the next upload", fault: { kind: "server_error_500", route: "file-upload" } },
  { label: "Slow down the next call", fault: { kind: "throttled_429", retryAfter: 10 } },
  {
    label: "Say the login is not enabled",
    fault: { kind: "service_401", route: "create-invoice", times: 2 },
  },
];

/** Automatic mode and faults, each with its present state. */
export function switches({ automatic, faults: active }: PageFacts["summary"]): Html {
  return html`<section class="switches" aria-label="Behaviour">
    <div>
      <h2>Automatic mode</h2>
      <p>
        ${
          automatic
            ? `On: an invoice is answered ${automatic.seconds} s after its document${automatic.mixed ? ", a few with 6 or 4" : ""}.`
            : "Off: invoices wait for you."
        }
      </p>
      ${automaticButton("Approve after 20 s", { seconds: 20, mixed: false })}
      ${automaticButton("Mixed after 20 s", { seconds: 20, mixed: true })} ${automaticButton("Off", null)}
    </div>
    <div>
      <h2>Faults</h2>
      <p>${active.length === 0 ? "None: every call is answered." : active.map(describe).join(" · ")}</p>
      ${faults.map(({ label, fault }) => operationButton(label, "inject-fault", fault))}
      ${operationButton("Clear faults", "clear-faults", {})}
    </div>
  </section>`;
}

function automaticButton(label: string, automatic: PageFacts["summary"]["automatic"]): Html {
  return operationButton(label, "set-automatic", { automatic });
}

function operationButton(label: string, operation: string, input: object): Html {
  return html`<button data-operation="${operation}" data-input="${JSON.stringify(input)}">${label}</button> `;
}

function describe({ kind, route, left }: PageFacts["summary"]["faults"][number]): string {
  const howLong = left === null ? "until cleared" : `next ${left}`;
  return `${kind.replaceAll("_", " ")}${route ? ` on ${route}` : ""} (${howLong})`;
}
