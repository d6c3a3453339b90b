import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { type HandMove, handMoves, isSidePath, MOVE_LABELS } from "#server/loads/rules/load-transitions.ts";
import type { LoadDetails, MoveLoadResult } from "#server/loads/schemas.ts";
import { LOAD_NOTES_ID } from "./load-notes.tsx";

const DeliveredDialog = dynamic(() => import("./delivered-dialog.tsx").then((m) => m.DeliveredDialog), {
  ssr: false,
});
const MoveDialog = dynamic(() => import("./move-dialog.tsx").then((m) => m.MoveDialog), { ssr: false });
const RevertDialog = dynamic(() => import("./revert-dialog.tsx").then((m) => m.RevertDialog), { ssr: false });

type Refused = Extract<MoveLoadResult, { kind: "refused" }>;

type LoadActionsProps = {
  load: LoadDetails;
  /** What came of the last step; undefined: it was taken. */
  onRefused: (refused: Refused | undefined) => void;
};

/** The steps a person may take with the load (R17): the way on first, side paths and the way back after it. */
export function LoadActions({ load, onRefused }: LoadActionsProps) {
  const { step, isMoving } = useMoveLoad(load, onRefused);
  const [asking, setAsking] = useState<HandMove | "revert">();
  const close = () => setAsking(undefined);
  const take = (to: HandMove, deliveredOn?: string) => {
    close();
    step(to, deliveredOn);
  };
  const [next, ...rest] = handMoves(load.status);
  const lacksPapers = next === "released" && load.releaseBlockers.length > 0;
  const press = (to: HandMove) => {
    if (to === next && lacksPapers) return;
    if (to === "delivered" || to === "completed" || isSidePath(to)) setAsking(to);
    else take(to);
  };
  return (
    <>
      {load.revert.targets.length > 0 && (
        <Button variant="ghost" onClick={() => setAsking("revert")}>
          Revert
        </Button>
      )}
      {rest.map((to) => (
        <Button key={to} aria-disabled={isMoving} onClick={() => press(to)}>
          {MOVE_LABELS[to]}
        </Button>
      ))}
      {next && (
        <Button
          variant="primary"
          aria-disabled={isMoving || lacksPapers}
          aria-describedby={lacksPapers ? LOAD_NOTES_ID : undefined}
          onClick={() => press(next)}
        >
          {MOVE_LABELS[next]}
        </Button>
      )}
      {asking === "delivered" && (
        <DeliveredDialog load={load} onClose={close} onConfirm={(day) => take("delivered", day)} />
      )}
      {asking === "revert" && <RevertDialog load={load} onClose={close} />}
      {asking && asking !== "delivered" && asking !== "revert" && (
        <MoveDialog load={load} to={asking} onClose={close} onConfirm={() => take(asking)} />
      )}
    </>
  );
}

function useMoveLoad(load: LoadDetails, onRefused: LoadActionsProps["onRefused"]) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const move = useMutation(
    trpc.loads.move.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === "moved") {
          queryClient.setQueryData(trpc.loads.get.queryKey({ loadId: load.id }), result.load);
        }
        onRefused(result.kind === "refused" ? result : undefined);
      },
      onError: (error) => onRefused({ kind: "refused", sentence: error.message, blockers: [] }),
      onSettled: () => queryClient.invalidateQueries(trpc.loads.pathFilter()),
    }),
  );
  return {
    isMoving: move.isPending,
    step: (to: HandMove, deliveredOn?: string) => {
      if (!move.isPending) move.mutate({ loadId: load.id, expected: load.status, to, deliveredOn });
    },
  };
}
