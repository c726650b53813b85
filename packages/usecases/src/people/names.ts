import { disclosures, type Reader, rows } from "@countersign/db";
import type { PersonView } from "@countersign/domain";
import { readDisclosure } from "@countersign/record";
import { english, type Say } from "@countersign/words";

/** Texts behind digests, read once for a page: `text(digest)`; "erased" where the disclosure is gone. */
export class Disclosed {
  readonly #values = new Map<string, string>();
  readonly #erased: string;

  constructor(say: Say = english) {
    this.#erased = say("erased");
  }

  static async load(reader: Reader, digests: (string | null)[], say: Say = english): Promise<Disclosed> {
    const disclosed = new Disclosed(say);
    const found = await disclosures(
      reader,
      digests.filter((digest) => digest !== null),
    );
    for (const [digest, encoded] of found) {
      const read = readDisclosure(encoded);
      if (read) disclosed.#values.set(digest, read.value);
    }
    return disclosed;
  }

  /** The same for texts that are at hand, by the name that stands in place of a digest. */
  static of(texts: Record<string, string>, say?: Say): Disclosed {
    const disclosed = new Disclosed(say);
    for (const [name, text] of Object.entries(texts)) disclosed.#values.set(name, text);
    return disclosed;
  }

  text(digest: string): string;
  text(digest: string | null): string | null;
  text(digest: string | null): string | null {
    return digest === null ? null : (this.#values.get(digest) ?? this.#erased);
  }
}

/** People by id, with their names. */
export class People {
  readonly #people = new Map<string, PersonView>();
  readonly #say: Say;

  constructor(say: Say = english) {
    this.#say = say;
  }

  static async load(reader: Reader, ids: (string | null)[], say: Say = english): Promise<People> {
    const wanted = [...new Set(ids.filter((id) => id !== null))];
    const found = await rows(reader, "person", { id: wanted });
    const names = await Disclosed.load(
      reader,
      found.map((person) => person.name),
      say,
    );
    const people = new People(say);
    for (const person of found) people.#people.set(person.id, { id: person.id, name: names.text(person.name) });
    return people;
  }

  /** Puts people beside those who were read. */
  with(more: readonly PersonView[]): this {
    for (const person of more) this.#people.set(person.id, person);
    return this;
  }

  get(id: string): PersonView;
  get(id: string | null): PersonView | null;
  get(id: string | null): PersonView | null {
    return id === null
      ? null
      : (this.#people.get(id) ?? { id, name: this.#say(id.startsWith("usr_") ? "somebody" : "the system") });
  }
}
