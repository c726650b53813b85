import { forgeries as ofClaims } from "./forgeries.ts";
import { forgeriesOfRules } from "./of-rules.ts";
import { forgeriesOfSteps } from "./of-steps.ts";

export const forgeries = [...ofClaims, ...forgeriesOfRules, ...forgeriesOfSteps];
