import { forgeriesOfClaims } from "./of-claims.ts";
import { forgeriesOfDocuments } from "./of-documents.ts";
import { forgeriesOfRules } from "./of-rules.ts";
import { forgeriesOfSteps } from "./of-steps.ts";

export const forgeries = [...forgeriesOfDocuments, ...forgeriesOfClaims, ...forgeriesOfRules, ...forgeriesOfSteps];
