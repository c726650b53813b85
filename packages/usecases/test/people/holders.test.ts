import { type Name, newWorld, type World } from "@countersign/testing";
import type { MeView, Role, RoleHolders } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deactivatePerson, grantRole, invitePerson, me, query, roleHolders } from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

async function asked(who: Name, ...roles: Role[]): Promise<RoleHolders> {
  const found = await query(world.deps, world.as(who), roleHolders, { roles });
  if (!found.ok) throw new Error(found.refusal.kind);
  return found.value;
}
const ids = ({ holders }: RoleHolders): string[] => (holders ?? []).map(({ person }) => person.id);

test("whoever holds a role learns who holds another, and who grants it", async () => {
  const found = await asked("tomas", "model_risk_manager", "compliance_officer");
  expect(ids(found).toSorted()).toEqual([world.people.hanna, world.people.sofia].toSorted());
  expect(found.holders?.find(({ person }) => person.id === world.people.sofia)?.roles).toContain("model_risk_manager");
  expect(found.more).toBe(0);
  expect(found.administrators.map(({ id }) => id).toSorted()).toEqual(
    [world.people.ingrid, world.people.marcus].toSorted(),
  );
});

test("who holds no role is told of the administrators alone, and of themselves", async () => {
  const found = await asked("nobody", "model_risk_manager");
  expect([found.holders, found.more]).toEqual([null, 0]);
  expect(found.administrators).toHaveLength(2);
  const mine = await query<object, { workspaceId: null }, MeView>(world.deps, world.as("nobody"), me as never, {});
  expect(mine).toMatchObject({ ok: true, value: { you: { id: world.people.nobody }, roles: [] } });
});

test("no more than five are named, the others are counted, and who has left is neither", async () => {
  const invited: string[] = [];
  for (let n = 0; n < 6; n++) {
    const { personId } = await world.act<{ personId: string }>("ingrid", invitePerson, {
      name: `Deployer ${n}`,
      email: `deployer-${n}@northgate.example`,
    });
    await world.act("ingrid", grantRole, { personId, role: "deployer" });
    invited.push(personId);
  }
  const before = await asked("priya", "deployer");
  expect(before.holders).toHaveLength(5);
  await world.act("ingrid", deactivatePerson, { personId: invited[0] });
  const after = await asked("priya", "deployer");
  expect(ids(after).length + after.more).toBe(ids(before).length + before.more - 1);
  expect(ids(after)).not.toContain(invited[0]);
});
