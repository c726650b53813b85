import { shown, utf8 } from "../bytes.ts";
import { type Item, report, type Scan } from "../scan.ts";
import { isRecord, parseJson, records } from "./json.ts";

/** Loaders of skops that rebuild data or an object of the named type. Others load functions or code. */
const loaders = new Set([
  "DictNode",
  "DefaultDictNode",
  "ListNode",
  "TupleNode",
  "SetNode",
  "BytesNode",
  "BytearrayNode",
  "SliceNode",
  "JsonNode",
  "ObjectNode",
  "TypeNode",
  "TreeNode",
  "LossNode",
  "CachedNode",
  "NdArrayNode",
  "MaskedArrayNode",
  "RandomStateNode",
  "RandomGeneratorNode",
  "DTypeNode",
  "SparseMatrixNode",
  "COMPLEX_NUMBER",
  "SGDNode",
  "_DictWithDeprecatedKeysNode",
  "FunctionNode",
  "CyLossNode",
  "DatetimeTimezoneNode",
  "QuantileForestNode",
]);
/** Python's own plain types. */
const plainTypes = new Set([
  "dict",
  "list",
  "tuple",
  "set",
  "frozenset",
  "str",
  "int",
  "float",
  "bool",
  "complex",
  "bytes",
  "bytearray",
  "slice",
  "NoneType",
  "object",
]);

const trusted = (scan: Scan, module: string, name: string): boolean =>
  (module === "builtins" && plainTypes.has(name)) ||
  (module === "numpy" && /^(u?int(8|16|32|64)|float(16|32|64)|bool_?|str_|ndarray|dtype)$/.test(name)) ||
  scan.allow.standing(module, name) === "allowed" ||
  scan.allow.standing(module, name) === "reference";

/** Types and loaders that a skops file names in its schema, against the list; its other entries are scanned on their own. */
export function scanSkopsSchema(scan: Scan, item: Item): void {
  const text = utf8(item.bytes);
  const schema = text === null ? undefined : parseJson(text, { duplicates: "refuse" });
  if (!isRecord(schema))
    return report(
      scan,
      "skops.broken",
      item.where,
      `${item.where} is not a JSON object with each key once, so its types cannot be read.`,
    );
  const told = new Set<string>();
  for (const node of records(schema)) {
    const { __class__: name, __module__: module, __loader__: loader } = node;
    if (name === undefined && module === undefined && loader === undefined) continue;
    if (typeof name !== "string" || typeof module !== "string" || typeof loader !== "string") {
      report(scan, "skops.broken", item.where, `${item.where} has an object that does not say its type and loader.`);
      continue;
    }
    const type = `${module}.${name}`;
    if (told.has(`${type} ${loader}`)) continue;
    told.add(`${type} ${loader}`);
    if (!loaders.has(loader))
      report(
        scan,
        "skops.unknown_loader",
        item.where,
        `${item.where} loads ${shown(type)} with ${shown(loader)}, which can do more than rebuild data.`,
      );
    if (!trusted(scan, module, name))
      report(
        scan,
        "skops.unknown_type",
        item.where,
        `${item.where} makes an object of ${shown(type)}, which is not on the list of what a model file may name.`,
      );
  }
}
