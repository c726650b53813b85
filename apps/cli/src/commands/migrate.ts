import { fileURLToPath } from "node:url";
import { text } from "../args.ts";
import { Failure, json, out } from "../output.ts";
import { fromHere } from "../paths.ts";
import type { CliCommand } from "../run.ts";
import { requireOwnDatabase } from "../up/own-database.ts";
import { reasonOf } from "../up/reason.ts";
import { localSecrets } from "../up/secrets.ts";

export const migrateCommand: CliCommand = {
  help: {
    usage: "migrate --database-url URL --data DIR",
    summary: "bring a database to this version's schema",
    details:
      "Makes the roles with the passwords kept in DIR/secrets.json (made on first use) and applies what is missing.\n\n  countersign migrate --database-url postgres://admin:secret@db.example:5432/countersign --data /srv/countersign",
    options: {
      "database-url": { type: "string", value: "URL", help: "of a role that owns the database and may make roles" },
      data: { type: "string", value: "DIR", help: "where the passwords are kept" },
    },
    positionals: [0, 0],
  },
  async run({ values }) {
    const url = text(values["database-url"]);
    const data = text(values["data"]);
    if (!url || !data) throw new Failure("Usage: countersign migrate --database-url URL --data DIR", { exitCode: 2 });
    const { migrate } = await import("@countersign/db/migrate");
    const passwords = (await localSecrets(fromHere(data))).passwords;
    const own = requireOwnDatabase(url, { data: fromHere(data), passwords, withNotary: false });
    const applied = await own
      .then(() =>
        migrate({ adminUrl: url, passwords, directory: fileURLToPath(new URL("./migrations", import.meta.url)) }),
      )
      .catch((error: unknown) => {
        throw new Failure(reasonOf(error));
      });
    if (values["json"]) json({ applied });
    else out(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  },
};
