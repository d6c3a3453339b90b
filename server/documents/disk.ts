import { resolve } from "node:path";
import { Disk } from "flydrive";
import { type Env, env } from "#server/env.ts";
import { DurableFsDriver } from "./durable-fs-driver.ts";

let opened: Promise<Disk> | undefined;

/**
 * Where files lie: the S3-compatible bucket `LADING_S3_BUCKET` when it is named, else the folder
 * `LADING_FILES_DIR`. Chosen once.
 */
export function disk(): Promise<Disk> {
  opened ??= openDisk(env());
  return opened;
}

async function openDisk(config: Env): Promise<Disk> {
  if (!config.LADING_S3_BUCKET) return new Disk(new DurableFsDriver(resolve(config.LADING_FILES_DIR)));
  // Loaded only here: the S3 client is large, and not needed where files lie on disk.
  const { S3Driver } = await import("flydrive/drivers/s3");
  return new Disk(
    new S3Driver({
      bucket: config.LADING_S3_BUCKET,
      region: config.LADING_S3_REGION,
      endpoint: config.LADING_S3_ENDPOINT,
      // Self-hosted stores answer on one host name, not on one per bucket.
      forcePathStyle: config.LADING_S3_ENDPOINT !== undefined,
      supportsACL: false,
      visibility: "private",
    }),
  );
}
