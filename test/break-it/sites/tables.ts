import { around, listAt, nameOf, nodeAt, nodesOf, type Source, textOf, valueAt } from "../ast.ts";
import { givesInstead, notListed, type Site } from "../site.ts";

const tableOf = (source: Source, node: Parameters<typeof around>[1]): string => {
  for (const up of around(source, node)) if (up.type === "VariableDeclarator") return nameOf(nodeAt(up, "id"));
  return "";
};

/** Every step of every lifecycle, for each state that it may be taken from. */
export function edges(source: Source): Site[] {
  return nodesOf(source, "Property")
    .filter((property) => nameOf(nodeAt(property, "key")) === "from")
    .flatMap((property) => {
      const step = source.parents.get(source.parents.get(property) ?? property);
      const [action, to] = [nameOf(nodeAt(step, "key")), textOf(valueAt(source.parents.get(property), "to"))];
      return listAt(nodeAt(property, "value"), "elements").map((state) => ({
        rule: `step ${tableOf(source, property)}: ${action} from ${textOf(state) ?? ""} to ${to ?? ""}`,
        edits: notListed(state),
      }));
    });
}

const anybody = '{actors:["user","token","job","operator"],roles}';

/** Every row of the permission table, and every member of the lists beside it. Taken away, anybody may. */
export function permissions(source: Source): Site[] {
  const rows = nodesOf(source, "VariableDeclarator").flatMap((declared) => {
    const value = nodeAt(declared, "init");
    const object =
      value?.type === "TSSatisfiesExpression" ? nodeAt(nodeAt(value, "expression"), "expression") : undefined;
    if (nameOf(nodeAt(declared, "id")) !== "permissions") return [];
    return listAt(object, "properties").flatMap((row): Site[] => {
      const [name, allowed] = [nameOf(nodeAt(row, "key")), nodeAt(row, "value")];
      return allowed ? [{ rule: `permission ${name}`, edits: givesInstead(allowed, anybody) }] : [];
    });
  });
  const lists = nodesOf(source, "ArrayExpression")
    .filter((list) => ["signedCommands", "doublyGrantedRoles"].includes(tableOf(source, list)))
    .flatMap((list) =>
      listAt(list, "elements").map((member) => ({
        rule: `${tableOf(source, list)} has ${source.text.slice(member.start, member.end)}`,
        edits: notListed(member),
      })),
    );
  return [...rows, ...lists];
}

/** Every number and tier that the tiering asks for: taken away, it is the lightest. */
export function tierings(source: Source): Site[] {
  return nodesOf(source, "Property").flatMap((property) => {
    const value = nodeAt(property, "value");
    const tier = textOf(value);
    const up = source.parents.get(source.parents.get(property) ?? property);
    const rule = `tiering ${nameOf(nodeAt(up, "key"))} ${nameOf(nodeAt(property, "key"))}`;
    if (value && tier && /^T[1-3]$/.test(tier))
      return [{ rule: `${rule} is ${tier}`, edits: givesInstead(value, '"T4"') }];
    return typeof value?.["value"] === "number"
      ? [{ rule: `${rule} from ${String(value["value"])}`, edits: givesInstead(value, "Infinity") }]
      : [];
  });
}
