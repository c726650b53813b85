import { msg, type PlaceProblem, type Told } from "@countersign/words";

/** Problems listed at most; a hostile document gives no longer an answer than a careless one. */
const maxProblems = 50;

/** A value of a document with its place, and the list that problems are written to. */
export class Place {
  readonly value: unknown;
  readonly path: string;
  readonly #problems: PlaceProblem[];

  constructor(value: unknown, path: string, problems: PlaceProblem[]) {
    this.value = value;
    this.path = path;
    this.#problems = problems;
  }

  wrong(text: string, values?: Told["values"]): undefined {
    if (this.#problems.length < maxProblems)
      this.#problems.push({ path: this.path, text, ...(values ? { values } : {}) });
    return undefined;
  }

  /** The fields of an object: unknown ones and missing required ones are problems. */
  fields<K extends string>(allowed: readonly K[], optional: readonly K[] = []): Record<K, Place> | undefined {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return this.wrong(msg("must be an object"));
    const known: readonly string[] = allowed;
    for (const key of Object.keys(value).slice(0, 200))
      if (!known.includes(key)) this.#at(key, null).wrong(msg("is not known here"));
    const found = Object.fromEntries(
      allowed.map((key) => {
        const present = Object.hasOwn(value, key);
        if (!present && !optional.includes(key)) this.#at(key, null).wrong(msg("is missing"));
        return [key, this.#at(key, present ? (value as Record<string, unknown>)[key] : undefined)];
      }),
    );
    return found as Record<K, Place>;
  }

  items(limits: { min: number; max: number }): Place[] | undefined {
    const { value } = this;
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.wrong(msg("must be a list"));
    if (value.length < limits.min)
      return limits.min === 1
        ? this.wrong(msg("must not be empty"))
        : this.wrong(msg("needs at least {minimum}"), { minimum: limits.min });
    if (value.length > limits.max)
      return this.wrong(msg("may have at most {maximum} entries"), { maximum: limits.max });
    return value.map((item, index) => this.#at(String(index), item));
  }

  text(limits: { max: number; form?: RegExp; words?: string }): string | undefined {
    const { value } = this;
    if (value === undefined) return undefined;
    if (typeof value !== "string") return this.wrong(msg("must be text"));
    if (value.trim() === "") return this.wrong(msg("must not be empty"));
    if (value.length > limits.max)
      return this.wrong(msg("may be at most {maximum} characters long"), { maximum: limits.max });
    if (!value.isWellFormed() || /\p{Cc}/u.test(value))
      return this.wrong(msg("must not contain control or broken characters"));
    if (limits.form && !limits.form.test(value)) return this.wrong(limits.words ?? msg("is not of the expected form"));
    return value;
  }

  oneOf<T extends string>(choices: readonly T[]): T | undefined {
    const { value } = this;
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value);
    return chosen ?? this.wrong(msg("must be one of {choices}"), { choices: choices.join(", ") });
  }

  whole(limits: { min: number; max: number }): number | undefined {
    const { value } = this;
    if (value === undefined) return undefined;
    if (typeof value !== "number" || !Number.isSafeInteger(value)) return this.wrong(msg("must be a whole number"));
    if (value < limits.min || value > limits.max)
      return this.wrong(msg("must be from {minimum} to {maximum}"), { minimum: limits.min, maximum: limits.max });
    return value;
  }

  number(): number | undefined {
    const { value } = this;
    if (value === undefined) return undefined;
    return typeof value === "number" && Number.isFinite(value) ? value : this.wrong(msg("must be a number"));
  }

  flag(): boolean | undefined {
    const { value } = this;
    if (value === undefined) return undefined;
    return typeof value === "boolean" ? value : this.wrong(msg("must be true or false"));
  }

  /** A list of different choices. */
  someOf<T extends string>(choices: readonly T[], limits: { min: number; max: number }): T[] | undefined {
    return this.#distinct(this.items(limits)?.map((item) => item.oneOf(choices)));
  }

  /** A list of different texts. */
  texts(limits: { min: number; max: number; form: RegExp; words: string }): string[] | undefined {
    return this.#distinct(
      this.items(limits)?.map((item) => item.text({ max: 200, form: limits.form, words: limits.words })),
    );
  }

  #distinct<T>(values: (T | undefined)[] | undefined): T[] | undefined {
    if (!values) return undefined;
    const known = values.filter((value) => value !== undefined);
    if (new Set(known).size < known.length) return this.wrong(msg("names the same twice"));
    return known.length === values.length ? known : undefined;
  }

  #at(key: string, value: unknown): Place {
    const name = key.length > 100 ? `${key.slice(0, 100)}…` : key;
    return new Place(value, this.path === "" ? name : `${this.path}.${name}`, this.#problems);
  }
}
