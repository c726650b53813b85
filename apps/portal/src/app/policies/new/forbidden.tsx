import { msg } from "@countersign/words";
import { NoAccess } from "../../../server/no-access.tsx";

export default function Forbidden() {
  return (
    <NoAccess
      place="policy-draft"
      what={msg("Drafting a policy takes the role of {roles}.")}
      current="policies"
      back={{ href: "/policies", word: msg("Back to the policies") }}
    />
  );
}
