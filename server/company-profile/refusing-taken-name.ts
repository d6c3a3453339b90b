import { isSubsidiaryNameTaken } from "#db/queries/subsidiary-settings.ts";
import { AppError } from "#server/kernel/errors.ts";

/** Runs a write of a subsidiary; throws conflict, in a sentence, where another one has its name. */
export async function refusingTakenName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (!isSubsidiaryNameTaken(cause)) throw cause;
    throw new AppError(
      "conflict",
      `Another subsidiary is already called “${name}”. Nothing was saved. Choose a name that tells them apart.`,
      { cause },
    );
  }
}
