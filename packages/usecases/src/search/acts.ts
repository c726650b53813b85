import { isPermitted, modelMoves, move, type SearchResult } from "@countersign/domain";
import type { Ask } from "../kernel/query.ts";
import { modelsNamed, policiesNamed, words } from "./named.ts";

/** `suspend credit-pd`, `draft staging`: an act that is in a hurry or begins on a page of its own, for who may do it there. */
export async function acts(ask: Ask, text: string): Promise<SearchResult[]> {
  const [, verb = "", named = ""] = /^(suspend|draft)\s+(\S.*)$/i.exec(text) ?? [];
  switch (verb.toLowerCase()) {
    case "suspend":
      return suspensions(ask, words(named));
    case "draft":
      return drafts(ask, words(named));
    default:
      return [];
  }
}

const may = ({ known }: Ask, command: "model.suspend" | "policy.publish", workspaceId: string): boolean =>
  isPermitted(command, known.actor.kind, known.rolesIn(workspaceId));

async function suspensions(ask: Ask, asked: string[]): Promise<SearchResult[]> {
  return (await modelsNamed(ask, asked))
    .filter((model) => may(ask, "model.suspend", model.workspace_id) && move(modelMoves, "suspend", model.state).ok)
    .map(({ key, title }) => ({
      kind: "model",
      title: `Suspend ${title}`,
      note: key,
      href: `/models/${key}?act=suspend`,
    }));
}

async function drafts(ask: Ask, asked: string[]): Promise<SearchResult[]> {
  if (ask.known.models) return [];
  return (await policiesNamed(ask, asked))
    .filter((policy) => may(ask, "policy.publish", policy.workspace_id))
    .map(({ key }) => ({
      kind: "policy",
      title: `Draft a revision of ${key}`,
      note: "policy",
      href: `/policies/${key}/draft`,
    }));
}
