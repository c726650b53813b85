import { NoAccess } from "../../../../server/no-access.tsx";

export default function Forbidden() {
  return (
    <NoAccess
      place="policy-draft"
      what="Drafting a policy"
      current="policies"
      back={{ href: "/policies", word: "the policies" }}
    />
  );
}
