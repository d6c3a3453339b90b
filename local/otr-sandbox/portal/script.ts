/** The page's own script: sends an operation, then shows the page anew; looks again every few seconds. */
export const script = `
const notice = document.getElementById("notice");

async function refresh() {
  const page = await fetch(location.href).then((response) => response.text());
  const fresh = new DOMParser().parseFromString(page, "text/html");
  const label = document.activeElement?.getAttribute("aria-label");
  document.querySelector("header").replaceWith(fresh.querySelector("header"));
  document.querySelector("main").replaceWith(fresh.querySelector("main"));
  if (label) document.querySelector('[aria-label="' + CSS.escape(label) + '"]')?.focus();
}

async function send(operation, input, done) {
  const response = await fetch("/__sandbox/" + operation, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  const answer = await response.json();
  notice.textContent = response.ok ? done : answer.error;
  await refresh();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-operation]");
  if (!button) return;
  const done = (button.getAttribute("aria-label") ?? button.textContent) + ": done.";
  send(button.dataset.operation, JSON.parse(button.dataset.input), done);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-operation]");
  if (!form) return;
  event.preventDefault();
  const text = new FormData(form).get("status").trim();
  const status = /^-?\\d+$/.test(text) ? Number(text) : text;
  send(form.dataset.operation, { pkey: Number(form.dataset.pkey), status }, "Status set to " + text + ".");
});

setInterval(() => {
  if (document.hidden || document.activeElement?.matches("input")) return;
  refresh().catch(() => { notice.textContent = "The sandbox does not answer."; });
}, 3000);
`;
