import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { SubsidiaryFieldsInput } from "#server/company-profile/schemas.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";

/** Saves a subsidiary, or adds one where there is no id; what is wrong stands per field, or as one sentence. */
export function useSaveSubsidiary(subsidiaryId: SubsidiaryId | undefined, onSaved: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSuccess = async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.subsidiaries.pathFilter()),
      queryClient.invalidateQueries(trpc.companyProfile.pathFilter()),
      queryClient.invalidateQueries(trpc.integrations.pathFilter()),
    ]);
    onSaved();
  };
  const update = useMutation(trpc.subsidiaries.update.mutationOptions({ onSuccess }));
  const create = useMutation(trpc.subsidiaries.create.mutationOptions({ onSuccess }));
  const error = update.error ?? create.error;
  const errors = error?.data?.fieldErrors ?? {};
  return {
    save: (fields: SubsidiaryFieldsInput) =>
      subsidiaryId ? update.mutate({ ...fields, subsidiaryId }) : create.mutate(fields),
    isPending: update.isPending || create.isPending,
    errors,
    refusal: error && Object.keys(errors).length === 0 ? error.message : undefined,
  };
}
