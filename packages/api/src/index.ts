import {
  acceptCondition,
  answerFinding,
  closeFinding,
  commentOnReview,
  confirmPolicy,
  decideReview,
  eventList,
  giveConditionEvidence,
  inbox,
  mapContributor,
  markSection,
  modelList,
  policyList,
  policyView,
  promoteAlias,
  proposeConditions,
  raiseFinding,
  recommendReview,
  requestChanges,
  rerunCheck,
  resumeReview,
  reviewView,
  revokeApproval,
  versionStatus,
  withdrawDecision,
  withdrawReview,
} from "@countersign/usecases";
import { type ApiContext, available, createCallerFactory, mutation, question, router } from "./trpc.ts";

export const appRouter = router({
  inbox: question(inbox),
  models: question(modelList),
  version: question(versionStatus),
  trail: question(eventList),
  review: router({
    view: question(reviewView),
    mark: mutation(markSection),
    comment: mutation(commentOnReview),
    recommend: mutation(recommendReview),
    decide: mutation(decideReview),
    requestChanges: mutation(requestChanges),
    withdrawDecision: mutation(withdrawDecision),
    withdraw: mutation(withdrawReview),
    resume: mutation(resumeReview),
    rerunCheck: mutation(rerunCheck),
    mapContributor: mutation(mapContributor),
  }),
  finding: router({ raise: mutation(raiseFinding), answer: mutation(answerFinding), close: mutation(closeFinding) }),
  condition: router({
    propose: mutation(proposeConditions),
    giveEvidence: mutation(giveConditionEvidence),
    accept: mutation(acceptCondition),
  }),
  approval: router({ revoke: mutation(revokeApproval) }),
  alias: router({ promote: mutation(promoteAlias) }),
  policy: router({ list: question(policyList), view: question(policyView), confirm: mutation(confirmPolicy) }),
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
export { available };
export type { ApiContext };
