import type { Ready } from "./product.ts";

/** What the gateway answered: a value, or a problem with its sentence. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  /** Title, detail and problems in one line, as somebody reads them. */
  words: string;
}

export const personOf = (ready: Ready, name: string): Ready["people"][number] => {
  const person = ready.people.find((candidate) => candidate.name.startsWith(name));
  if (!person) throw new Error(`nobody in the demo is called ${name}`);
  return person;
};

export async function http(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const parsed: unknown = text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : { text };
  const body = (Array.isArray(parsed) ? { list: parsed } : parsed) as Record<string, unknown>;
  const problems = (body["problems"] as { path: string; text: string }[] | undefined) ?? [];
  const detail = problems.length > 0 ? "" : body["detail"];
  return {
    status: response.status,
    body,
    words: [body["title"], detail, ...problems.map((problem) => `${problem.path} ${problem.text}`)]
      .filter(Boolean)
      .join(" "),
  };
}

/** Somebody at a terminal: any bearer secret, with commands and queries by name. */
export class Terminal {
  readonly url: string;
  readonly bearer: string;
  /** Added where an act is a signature. */
  readonly password: string | null;

  constructor(url: string, bearer: string, password: string | null = null) {
    this.url = url;
    this.bearer = bearer;
    this.password = password;
  }

  send(path: string, body: unknown, headers: Record<string, string> = {}, method = "POST"): Promise<Answer> {
    return http(`${this.url}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.bearer}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  command(name: string, input: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(`commands/${name}`, input, headers);
  }

  /** A command that must succeed: its answer. */
  async done<T = Record<string, string>>(name: string, input: object): Promise<T> {
    const answer = await this.command(name, input);
    if (answer.status >= 300) throw new Error(`${name}: ${answer.words || JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  /** A signature: the same with the password of this person. */
  signed(name: string, input: object): Promise<Answer> {
    return this.command(name, { ...(this.password === null ? {} : { password: this.password }), ...input });
  }

  async ask<T>(name: string, input: object): Promise<T> {
    const answer = await this.send(`queries/${name}`, input);
    if (answer.status >= 300) throw new Error(`${name}: ${answer.words}`);
    return (answer.body["list"] ?? answer.body) as T;
  }
}

/** A person with a session of one hour, as `countersign login` opens it: of the demo by name, or with credentials of their own. */
export async function terminal(ready: Ready, who: string | { email: string; password: string }): Promise<Terminal> {
  const { email, password } = typeof who === "string" ? personOf(ready, who) : who;
  const opened = await http(`${ready.gateway}/v1/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (opened.status !== 200) throw new Error(`${email} cannot sign in: ${opened.words}`);
  return new Terminal(ready.gateway, String(opened.body["session"]), password);
}

/** The administrator's token that `up` prints. */
export const operator = (ready: Ready): Terminal => new Terminal(ready.gateway, ready.operatorToken ?? "");

/** Id of a person by the beginning of their name. */
export async function idOf(ready: Ready, name: string): Promise<string> {
  const people = await operator(ready).ask<{ id: string; name: string }[]>("people.list", {});
  const found = people.find((person) => person.name.startsWith(name));
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
}
