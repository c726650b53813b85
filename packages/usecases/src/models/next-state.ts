import { modelMoves, move } from "@countersign/domain";
import type { Row } from "@countersign/db";
import type { Run } from "../kernel/command.ts";

/** The state the lifecycle table gives for an action, or a refusal that names the states it needs. */
export function nextState(run: Run, model: Row<"model">, action: keyof typeof modelMoves): string {
  const moved = move(modelMoves, action, model.state as never);
  return moved.ok
    ? moved.to
    : run.refuse({ kind: "wrong_state", what: "model", state: model.state, wanted: [...modelMoves[action].from] });
}
