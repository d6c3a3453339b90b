import type { Control } from "./control.ts";

/**
 * The control plane of a sandbox in another process, with the same operations as in this one. An operation
 * rejects with the sandbox's own words when the sandbox refuses it.
 */
export function connectControl(url: string): Control {
  const remote =
    (name: string) =>
    async (input: object = {}) => {
      if (name === "documentBytes" && "id" in input) return downloadBytes(`${url}/documents/${input.id}`);
      const response = await fetch(`${url}/__sandbox/${kebab(name)}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(input),
      });
      if (!response.ok) throw new Error(`sandbox ${name}: ${response.status} ${await response.text()}`);
      return response.json();
    };
  return new Proxy({} as Control, { get: (_target, name) => remote(String(name)) });
}

async function downloadBytes(address: string): Promise<Buffer | undefined> {
  const response = await fetch(address);
  return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
