import { readdirSync } from "node:fs";
import { join } from "node:path";
import { select } from "./governed.ts";
import { type Ready, root } from "./product.ts";

const app = join(root, "apps/portal/src/app");

/** Every page of the portal as the file tree has it, such as `/reviews/[id]`. */
export const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => file === "page.tsx" || file.endsWith("/page.tsx"))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`)
  .toSorted();

export interface RoutePlan {
  /** Whose page is shown; null: nobody is signed in. */
  as: string | null;
  /** JavaScript that may be loaded, KiB gzipped. */
  budget: 165 | 225;
  /** A page that only leads to another, which has a row of its own. */
  leadsTo?: RegExp;
  address(ready: Ready): Promise<string> | string;
}

export const reviewOf = async (ready: Ready, key: string, number: number): Promise<string> => {
  const [found] = await select<{ id: string }>(
    ready,
    "select r.id from gov.review r join gov.version v on v.id = r.version_id join gov.model m on m.id = v.model_id where m.key = $1 and v.number = $2",
    [key, number],
  );
  return `/reviews/${found?.id ?? ""}`;
};

const policyOf = async (ready: Ready): Promise<string> => {
  const [found] = await select<{ key: string }>(ready, "select key from gov.policy order by key limit 1");
  return `/policies/${found?.key ?? ""}`;
};

/** How each page is reached. A page that has no row here fails the tests of every page. */
export const plans: Record<string, RoutePlan> = {
  "/": { as: "Daniel", budget: 225, leadsTo: /\/inbox$/, address: () => "/" },
  "/audit": { as: "Ruth", budget: 225, address: () => "/audit" },
  "/audit/[index]": { as: "Ruth", budget: 225, address: () => "/audit/605" },
  "/audit/sample": { as: "Ruth", budget: 225, address: () => "/audit/sample?seed=4-2-6-1" },
  "/gallery": { as: null, budget: 165, address: () => "/gallery" },
  "/help": { as: "Amara", budget: 225, address: () => "/help" },
  "/inbox": { as: "Daniel", budget: 225, address: () => "/inbox" },
  "/me": { as: "Priya", budget: 225, address: () => "/me" },
  "/models": { as: "Sofia", budget: 225, address: () => "/models" },
  "/models/[key]": { as: "Priya", budget: 225, address: () => "/models/credit-pd" },
  "/models/[key]/compare": {
    as: "Priya",
    budget: 225,
    leadsTo: /\/compare\/1\.\.2$/,
    address: () => "/models/credit-pd/compare?base=1&now=2",
  },
  "/models/[key]/compare/[pair]": { as: "Priya", budget: 225, address: () => "/models/credit-pd/compare/1..4" },
  "/models/[key]/versions/[version]": {
    as: "Daniel",
    budget: 225,
    leadsTo: /\/reviews\/rev_/,
    address: () => "/models/credit-pd/versions/2",
  },
  "/password": { as: null, budget: 225, address: () => "/password?token=used" },
  "/people": { as: "Ingrid", budget: 225, address: () => "/people" },
  "/policies": { as: "Sofia", budget: 225, address: () => "/policies" },
  "/policies/[key]": { as: "Hanna", budget: 225, address: (ready) => policyOf(ready) },
  "/policies/[key]/draft": { as: "Sofia", budget: 225, address: () => "/policies/lesion-triage-production/draft" },
  "/policies/new": { as: "Sofia", budget: 225, address: () => "/policies/new" },
  "/practice": { as: "Daniel", budget: 225, address: () => "/practice" },
  "/reviews/[id]": { as: "Daniel", budget: 225, address: (ready) => reviewOf(ready, "credit-pd", 2) },
  "/setup": { as: null, budget: 225, address: () => "/setup?token=used" },
  "/sign-in": { as: null, budget: 165, address: () => "/sign-in" },
  "/unsubscribe/ask": { as: null, budget: 165, address: () => "/unsubscribe/ask?t=none" },
  "/verify": { as: null, budget: 165, address: () => "/verify" },
};

/** More states of pages than one address shows; the same rules hold for them. */
export const states: { name: string; as: string | null; address(ready: Ready): Promise<string> | string }[] = [
  {
    name: "a review with planted faults, as validator",
    as: "Li Wei",
    address: (ready) => reviewOf(ready, "credit-pd", 4),
  },
  {
    name: "a model with what may be done to it, as model risk manager",
    as: "Sofia",
    address: () => "/models/credit-pd",
  },
  { name: "a review that has ended, as auditor", as: "Ruth", address: (ready) => reviewOf(ready, "credit-pd", 1) },
  { name: "an answered finding, as validator", as: "Li Wei", address: (ready) => reviewOf(ready, "credit-pd", 2) },
  { name: "changes requested, as developer", as: "Tomas", address: (ready) => reviewOf(ready, "overdraft-pd", 4) },
  { name: "an inbox with nothing in it", as: "Ingrid", address: () => "/inbox" },
  { name: "a place that is closed, as developer", as: "Tomas", address: () => "/people" },
  { name: "no entries", as: "Ruth", address: () => "/audit?stream=review:none" },
  { name: "nothing here", as: "Ruth", address: () => "/models/none/versions/1" },
  { name: "no model matches", as: "Sofia", address: () => "/models?q=none+of+them" },
  { name: "a refused sign-in", as: null, address: () => "/sign-in?error=locked" },
];
