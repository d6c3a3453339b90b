import { MOST_FILE_BYTES } from "#server/imports/rules/file-limit.ts";
import type { ImportKind } from "#server/imports/rules/import-kind.ts";
import type { ImportId } from "#server/kernel/ids.ts";

type Sending = { kind: ImportKind; file: File; onProgress: (part: number) => void };

/** The import that was made of the file, or why there is none. */
type Sent = { importId: ImportId } | { message: string };

const LOST =
  "The connection was lost before the file was received. Nothing was imported. Check the network and choose the file again.";

/**
 * Sends a CSV file. XMLHttpRequest, because only it tells how far an upload is (`part`, 0 to 1). What went wrong comes
 * back as a sentence; it never rejects.
 */
export function sendImport({ kind, file, onProgress }: Sending): Promise<Sent> {
  if (file.size > MOST_FILE_BYTES) {
    return Promise.resolve({ message: "This file is larger than 50 MB. Split it into several files." });
  }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/imports?${new URLSearchParams({ kind, name: file.name })}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onload = () => resolve(parse(request.responseText) ?? { message: LOST });
    request.onerror = () => resolve({ message: LOST });
    request.onabort = () => resolve({ message: LOST });
    request.send(file);
  });
}

function parse(text: string): Sent | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
