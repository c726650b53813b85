export type { VersionFile } from "@countersign/domain";
export { moveAlias, promoteAlias, protecting, rollBackAlias } from "./aliases/move.ts";
export { expireApproval, revokeApproval } from "./approvals/end.ts";
export { approvalsPastValidity } from "./approvals/past-validity.ts";
export { artifactFolder, type ArtifactStore, removeCutUploads } from "./artifacts/store.ts";
export { removeUnfinished, unfinishedName } from "./artifacts/leftovers.ts";
export { artifactBytesMax, storedArtifacts, uploadArtifact, type Upload } from "./artifacts/upload.ts";
export { type PlannedVersion, type RoundPlan, roundPlan } from "./checks/plan.ts";
export { recordCheckResult } from "./checks/record-result.ts";
export { rerunCheck } from "./checks/rerun.ts";
export { acceptCondition, giveConditionEvidence } from "./conditions/evidence.ts";
export { proposeConditions } from "./conditions/propose.ts";
export { mapContributor } from "./contributors/map.ts";
export { type CertificateParts, exportCertificate } from "./evidence/certificate.ts";
export { exportEvidence } from "./evidence/export.ts";
export { exportReviewCertificate, exportReviewEvidence } from "./evidence/of-review.ts";
export { eventExport } from "./events/export.ts";
export { decisionSample } from "./events/sample.ts";
export { follow } from "./events/follow.ts";
export { latestCheckpoint, trailEndNow } from "./events/head.ts";
export { eventDetail } from "./events/detail.ts";
export { eventList } from "./events/list.ts";
export { readWholeLog, type WholeLog } from "./events/whole.ts";
export { answerFinding } from "./findings/answer.ts";
export { closeFinding } from "./findings/close.ts";
export { raiseFinding } from "./findings/raise.ts";
export { askGate, type GateAnswer } from "./gate/ask.ts";
export { inbox } from "./inbox/list.ts";
export { snoozeReview } from "./inbox/snooze.ts";
export { firstSteps } from "./instance/first-steps.ts";
export { instanceState, makeSetUpLink } from "./instance/state.ts";
export { goLive } from "./instance/go-live.ts";
export { setUp } from "./instance/set-up.ts";
export { type Actor, defaultWorkspace } from "./kernel/actor.ts";
export type { Command, Result, Scope } from "./kernel/command.ts";
export { type Deps, openDeps, type Settings } from "./kernel/deps.ts";
export { execute, type ExecuteOptions } from "./kernel/execute.ts";
export { isConnectionLost, Outage, outageWords, reachable, whileReachable } from "./kernel/outage.ts";
export { type Query, query } from "./kernel/query.ts";
export { editModel } from "./models/edit.ts";
export { acceptModel, rejectModel } from "./models/judge-proposal.ts";
export { modelList } from "./models/list.ts";
export { registerModel } from "./models/register.ts";
export { restoreModel, suspendModel } from "./models/suspend.ts";
export { tierModel } from "./models/tier.ts";
export { modelView } from "./models/view.ts";
export { personWithEmail } from "./people/by-email.ts";
export { deactivatePerson } from "./people/deactivate.ts";
export { invitePerson } from "./people/invite.ts";
export { makeLink, passwordRule, setPasswordByLink } from "./people/links.ts";
export { me } from "./people/me.ts";
export { peopleList } from "./people/list.ts";
export { savedViews, saveView } from "./people/saved-views.ts";
export { resetCredential } from "./people/reset-credential.ts";
export {
  endSessions,
  personOfSession,
  revokeSessions,
  sessionsOf,
  sha256Hex,
  type SignIn,
  signIn,
  signOut,
} from "./people/sessions.ts";
export { confirmPolicy } from "./policies/confirm.ts";
export { policyDraft } from "./policies/draft.ts";
export { publishPolicy } from "./policies/publish.ts";
export { policyList, policyView } from "./policies/view.ts";
export { type AnyCommand, commands } from "./registry.ts";
export { assignReview, unassignReview } from "./reviews/assign.ts";
export { reviewAssignable } from "./reviews/assignable.ts";
export { commentOnReview } from "./reviews/comment.ts";
export { decideReview, recommendReview, requestChanges } from "./reviews/decide.ts";
export { markSection } from "./reviews/mark.ts";
export { resumeReview, withdrawReview } from "./reviews/resume.ts";
export { sealRound } from "./reviews/seal.ts";
export { reviewView } from "./reviews/view.ts";
export { withdrawDecision } from "./reviews/withdraw-decision.ts";
export { confirmRole } from "./roles/confirm.ts";
export { roleHolders } from "./roles/holders.ts";
export { grantRole } from "./roles/grant.ts";
export { revokeRole } from "./roles/revoke.ts";
export { authenticate } from "./tokens/authenticate.ts";
export { createToken } from "./tokens/create.ts";
export { tokenList } from "./tokens/list.ts";
export { revokeToken } from "./tokens/revoke.ts";
export { search } from "./search/find.ts";
export { rotateToken } from "./tokens/rotate.ts";
export { annotateVersion } from "./versions/annotate.ts";
export { attachToVersion } from "./versions/attach.ts";
export { draftVersion } from "./versions/draft.ts";
export { versionComparison } from "./versions/compare.ts";
export { versionStatus } from "./versions/status.ts";
export { submitVersion } from "./versions/submit.ts";
export { defineEnvironment } from "./workspaces/define-environment.ts";
export { defineWorkspace } from "./workspaces/define.ts";
