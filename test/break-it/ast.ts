import { parseAst } from "vitest/node";

/** A node of the syntax tree as the parser gives it (ESTree with TypeScript), with its place in the text. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export interface Source {
  /** Path from the root of the repository. */
  path: string;
  text: string;
  tree: Node;
  parents: Map<Node, Node>;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

export function parse(path: string, text: string): Source {
  const tree = parseAst(text, { lang: "ts", astType: "ts" }) as unknown as Node;
  const parents = new Map<Node, Node>();
  const visit = (node: Node): void => {
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(tree);
  return { path, text, tree, parents };
}

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []));

/** Every node of one of these types, in the order of the text. */
export function nodesOf(source: Source, ...types: string[]): Node[] {
  return [...source.parents.keys()]
    .filter((node) => types.includes(node.type))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The nodes around a node, from the inside. */
export function* around(source: Source, node: Node): Generator<Node> {
  for (let at = source.parents.get(node); at; at = source.parents.get(at)) yield at;
}

/** The node around a node that is no mere type annotation of it. */
export function outer(source: Source, node: Node): { inner: Node; outer: Node | undefined } {
  let inner = node;
  let up = source.parents.get(node);
  while (
    up &&
    (up.type === "TSAsExpression" || up.type === "TSSatisfiesExpression" || up.type === "ParenthesizedExpression")
  ) {
    inner = up;
    up = source.parents.get(up);
  }
  return { inner, outer: up };
}

/** Source text of a node on one line, cut where it is long. */
export function said(source: Source, node: Node, most = 110): string {
  const line = source.text.slice(node.start, node.end).replaceAll(/\s+/g, " ");
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

export const nodeAt = (node: Node | undefined, field: string): Node | undefined =>
  isNode(node?.[field]) ? node[field] : undefined;
export const listAt = (node: Node | undefined, field: string): Node[] =>
  Array.isArray(node?.[field]) ? node[field].filter(isNode) : [];
export const textOf = (node: Node | undefined): string | null =>
  node?.type === "Literal" && typeof node["value"] === "string" ? node["value"] : null;
export const nameOf = (node: Node | undefined): string =>
  typeof node?.["name"] === "string" ? node["name"] : (textOf(node) ?? "");

/** The value of a property of an object literal. */
export function valueAt(object: Node | undefined, key: string): Node | undefined {
  return nodeAt(
    listAt(object, "properties").find((property) => nameOf(nodeAt(property, "key")) === key),
    "value",
  );
}
