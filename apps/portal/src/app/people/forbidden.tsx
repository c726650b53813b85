import { msg } from "@countersign/words";
import { NoAccess } from "../../server/no-access.tsx";

export default function Forbidden() {
  return (
    <NoAccess
      place="people"
      what={msg("Seeing who may do what takes the role of {roles}.")}
      current="people"
      back={{ href: "/inbox", word: msg("Back to the inbox") }}
    />
  );
}
