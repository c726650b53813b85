import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const portal = fileURLToPath(new URL("../../apps/portal/src/", import.meta.url));
const holding = (text: string): string[] =>
  readdirSync(portal, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file) && readFileSync(portal + file, "utf8").includes(text))
    .toSorted();

test("every signature asks who signs in one place, so a passkey takes the password's place there and in no other dialog", () => {
  expect(holding('autoComplete="current-password"')).toEqual(["app/sign-in/form.tsx", "client/reauthentication.tsx"]);
  expect(holding("<Reauthentication").length).toBeGreaterThanOrEqual(4);
  expect(holding("<Reauthentication")).toEqual(
    holding("takeProof(").filter((file) => file !== "client/reauthentication.tsx"),
  );
});
