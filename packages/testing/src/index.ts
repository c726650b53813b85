export { type TestDatabase, testDatabase } from "./database.ts";
export { makeTemplates, type TestServer } from "./templates.ts";
export { cast, emailOf, modelKey, type Name, names, passwordOf, tierOne } from "./world/state.ts";
export { stagingPolicy, worldPolicy } from "./world/policy.ts";
export { job, newWorld, type Review, type Version, type Values, World } from "./world/world.ts";
