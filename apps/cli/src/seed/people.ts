import type { Role } from "@countersign/domain";

/** The people of Northgate, a fictional bank. Their passwords are for the demo alone and printed at its start. */
export const demoPeople = [
  { key: "ingrid", name: "Ingrid Solheim", email: "ingrid.solheim@northgate.example", roles: ["administrator"] },
  { key: "marcus", name: "Marcus Bell", email: "marcus.bell@northgate.example", roles: ["administrator"] },
  { key: "priya", name: "Priya Natarajan", email: "priya.natarajan@northgate.example", roles: ["approver"] },
  { key: "daniel", name: "Daniel Okafor", email: "daniel.okafor@northgate.example", roles: ["approver"] },
  { key: "liwei", name: "Li Wei Chen", email: "li-wei.chen@northgate.example", roles: ["validator"] },
  { key: "sofia", name: "Sofia Marchetti", email: "sofia.marchetti@northgate.example", roles: ["model_risk_manager"] },
  { key: "amara", name: "Amara Osei", email: "amara.osei@northgate.example", roles: ["model_owner"] },
  { key: "tomas", name: "Tomas Lind", email: "tomas.lind@northgate.example", roles: ["developer"] },
  {
    key: "hanna",
    name: "Hanna Weiss",
    email: "hanna.weiss@northgate.example",
    roles: ["compliance_officer", "deployer"],
  },
  { key: "ruth", name: "Ruth Adeyemi", email: "ruth.adeyemi@northgate.example", roles: ["auditor"] },
] as const satisfies readonly DemoPerson[];

/** Colleagues whom the story needs and nobody signs in as: they have no password. Graham has left, Jonas has not begun. */
export const colleagues = [
  { key: "nils", name: "Nils Bergqvist", email: "nils.bergqvist@northgate.example", roles: ["model_owner"] },
  { key: "graham", name: "Graham Ellis", email: "graham.ellis@northgate.example", roles: ["approver"] },
  { key: "jonas", name: "Jonas Ferrer", email: "jonas.ferrer@northgate.example", roles: [] },
] as const satisfies readonly DemoPerson[];

export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  roles: readonly Role[];
}

export type PersonKey = (typeof demoPeople)[number]["key"];
export type ColleagueKey = (typeof colleagues)[number]["key"];

export const demoPassword = (key: PersonKey): string => `northgate-demo-${key}`;
