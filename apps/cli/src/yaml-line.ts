import { type Document, isMap, isNode, type LineCounter } from "yaml";

/** Line of a place in the file; of what it would stand in where it is not there; null for the file as a whole. */
export function lineOf(document: Document, lines: LineCounter, place: readonly (string | number)[]): number | null {
  for (let depth = place.length; depth > 0; depth--) {
    const parent = document.getIn(place.slice(0, depth - 1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isNode(key) && String(key) === String(place[depth - 1]))
      : undefined;
    const node = pair ? pair.key : document.getIn(place.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}
