import { nextDates, type Reader, type Row, rows } from "@countersign/db";
import type { ModelListItem, Tier } from "@countersign/domain";
import type { Say } from "@countersign/words";
import { People } from "../people/names.ts";

/** What is said of models in a list: versions, what their aliases name, what is open, which day comes next. Read for all of them at once. */
export async function modelSummaries(reader: Reader, models: Row<"model">[], say: Say): Promise<ModelListItem[]> {
  const ids = models.map((model) => model.id);
  const versions = await rows(reader, "version", { model_id: ids }, { order: "number" });
  const aliases = await rows(reader, "alias", { model_id: ids }, { order: "name" });
  const approvals = await rows(reader, "approval", { id: aliases.flatMap(({ approval_id }) => approval_id ?? []) });
  const environments = await rows(reader, "environment", { id: approvals.map((one) => one.environment_id) });
  const reviews = await rows(reader, "review", { model_id: ids });
  const findings = await rows(reader, "finding", {
    review_id: reviews.map((review) => review.id),
    state: ["open", "answered"],
  });
  const dates = await nextDates(reader, ids);
  const workspaces = await rows(reader, "workspace", { id: models.map((model) => model.workspace_id) });
  const people = await People.load(
    reader,
    models.map((model) => model.owner_id),
    say,
  );
  const environmentOf = new Map(environments.map((environment) => [environment.id, environment.title]));
  return models.map((model) => {
    const own = versions.filter((version) => version.model_id === model.id);
    const reviewed = reviews.filter((review) => review.model_id === model.id);
    return {
      id: model.id,
      workspace: workspaces.find((workspace) => workspace.id === model.workspace_id)?.key ?? "",
      key: model.key,
      title: model.title,
      task: model.task,
      state: model.state,
      tier: model.tier as Tier | null,
      owner: people.get(model.owner_id),
      versions: own.map(({ id, number, label, state }) => ({ id, number, label, state })),
      aliases: aliases.flatMap((alias) => {
        const version = own.find((candidate) => candidate.id === alias.version_id);
        if (!version) return [];
        const approval = approvals.find((candidate) => candidate.id === alias.approval_id);
        return [
          {
            name: alias.name,
            version: { id: version.id, number: version.number, label: version.label },
            movedAt: alias.moved_at,
            approval: approval
              ? {
                  state: approval.state,
                  validUntil: approval.valid_until,
                  environment: environmentOf.get(approval.environment_id) ?? "",
                }
              : null,
          },
        ];
      }),
      openReviews: reviewed.filter((review) => review.ended_at === null).length,
      openFindings: findings.filter((finding) => reviewed.some((review) => review.id === finding.review_id)).length,
      nextDate: dates.get(model.id) ?? null,
    };
  });
}
