import type { CommandName } from "@countersign/domain";
import { promoteAlias, rollBackAlias } from "./aliases/move.ts";
import { expireApproval, revokeApproval } from "./approvals/end.ts";
import { recordCheckResult } from "./checks/record-result.ts";
import { rerunCheck } from "./checks/rerun.ts";
import { acceptCondition, giveConditionEvidence } from "./conditions/evidence.ts";
import { proposeConditions } from "./conditions/propose.ts";
import { mapContributor } from "./contributors/map.ts";
import { readTrail } from "./events/list.ts";
import { recordExport } from "./evidence/record-export.ts";
import { answerFinding } from "./findings/answer.ts";
import { closeFinding } from "./findings/close.ts";
import { raiseFinding } from "./findings/raise.ts";
import { goLive } from "./instance/go-live.ts";
import { setUp } from "./instance/set-up.ts";
import type { Command, Scope } from "./kernel/command.ts";
import { editModel } from "./models/edit.ts";
import { acceptModel, rejectModel } from "./models/judge-proposal.ts";
import { registerModel } from "./models/register.ts";
import { restoreModel, suspendModel } from "./models/suspend.ts";
import { tierModel } from "./models/tier.ts";
import { deactivatePerson } from "./people/deactivate.ts";
import { invitePerson } from "./people/invite.ts";
import { renamePerson } from "./people/rename.ts";
import { resetCredential } from "./people/reset-credential.ts";
import { confirmPolicy } from "./policies/confirm.ts";
import { publishPolicy } from "./policies/publish.ts";
import { assignReview, unassignReview } from "./reviews/assign.ts";
import { commentOnReview } from "./reviews/comment.ts";
import { decideReview, recommendReview, requestChanges } from "./reviews/decide.ts";
import { markSection } from "./reviews/mark.ts";
import { resumeReview, withdrawReview } from "./reviews/resume.ts";
import { sealRound } from "./reviews/seal.ts";
import { withdrawDecision } from "./reviews/withdraw-decision.ts";
import { confirmRole } from "./roles/confirm.ts";
import { grantRole } from "./roles/grant.ts";
import { revokeRole } from "./roles/revoke.ts";
import { createToken } from "./tokens/create.ts";
import { revokeToken } from "./tokens/revoke.ts";
import { rotateToken } from "./tokens/rotate.ts";
import { annotateVersion } from "./versions/annotate.ts";
import { attachToVersion } from "./versions/attach.ts";
import { draftVersion } from "./versions/draft.ts";
import { submitVersion } from "./versions/submit.ts";
import { defineEnvironment } from "./workspaces/define-environment.ts";
import { defineWorkspace } from "./workspaces/define.ts";

const list = [
  setUp,
  goLive,
  invitePerson,
  renamePerson,
  deactivatePerson,
  resetCredential,
  grantRole,
  confirmRole,
  revokeRole,
  defineWorkspace,
  defineEnvironment,
  createToken,
  rotateToken,
  revokeToken,
  registerModel,
  acceptModel,
  rejectModel,
  editModel,
  tierModel,
  suspendModel,
  restoreModel,
  draftVersion,
  attachToVersion,
  annotateVersion,
  submitVersion,
  mapContributor,
  rerunCheck,
  recordCheckResult,
  sealRound,
  markSection,
  commentOnReview,
  assignReview,
  unassignReview,
  raiseFinding,
  answerFinding,
  closeFinding,
  proposeConditions,
  giveConditionEvidence,
  acceptCondition,
  recommendReview,
  decideReview,
  requestChanges,
  withdrawDecision,
  withdrawReview,
  resumeReview,
  revokeApproval,
  expireApproval,
  promoteAlias,
  rollBackAlias,
  publishPolicy,
  confirmPolicy,
  recordExport,
  readTrail,
];

/** Any command, whatever its input, scope and answer. */
export type AnyCommand = Command<unknown, Scope, unknown>;

/** Every command by name: what transports may run by name, and what the coverage tables enumerate. */
export const commands: ReadonlyMap<CommandName, AnyCommand> = new Map(
  list.map((entry) => [entry.name, entry as unknown as AnyCommand]),
);
