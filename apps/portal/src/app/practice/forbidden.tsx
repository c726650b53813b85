import { msg } from "@countersign/words";
import { NoAccess } from "../../server/no-access.tsx";

export default function Forbidden() {
  return (
    <NoAccess
      place="practice"
      what={msg("Practising a decision takes a role that decides: {roles}.")}
      current="practice"
      back={{ href: "/inbox", word: msg("Back to the inbox") }}
    />
  );
}
