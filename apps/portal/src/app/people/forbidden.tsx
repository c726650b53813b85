import { NoAccess } from "../../server/no-access.tsx";

export default function Forbidden() {
  return (
    <NoAccess
      place="people"
      what="Seeing who may do what"
      current="people"
      back={{ href: "/inbox", word: "the inbox" }}
    />
  );
}
