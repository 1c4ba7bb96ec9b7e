// The comments of a text, each tied to the key or the list item to which it belongs.
const BEHIND = /(?:^|\s)(#.*)/;

/** Comments by the node of a key or an item; those at the `top` are of the whole file. */
export function noComments() {
  return { top: [], above: new Map(), beside: new Map(), below: new Map() };
}

/** The comments of a parsed text. */
export function commentsOf({ root, lines }) {
  const found = noComments();
  const anchors = [...anchorsOf(root, lines)].sort((a, b) => a.line - b.line || a.column - b.column);
  const inside = new Set([...leaves(root)].flatMap((leaf) => [...linesInside(leaf, lines)]));
  lines.forEach((line, number) => {
    if (!inside.has(number) && line.trimStart().startsWith('#')) ownLine(found, anchors, number, line);
  });
  for (const anchor of anchors) {
    const behind = BEHIND.exec(lines[anchor.lastLine].slice(anchor.lastColumn));
    if (behind) found.beside.set(anchor.node, behind[1].trimEnd());
  }
  return found;
}

function ownLine(found, anchors, number, line) {
  const comment = line.trim();
  const column = line.length - line.trimStart().length;
  const before = anchors.filter((anchor) => anchor.line < number);
  const after = anchors.find((anchor) => anchor.line > number);
  if (before.length === 0) found.top.push(comment);
  else if (after && column <= after.column) add(found.above, after.node, comment);
  else add(found.below, (before.findLast((anchor) => anchor.column <= column) ?? before[0]).node, comment);
}

function add(comments, node, comment) {
  comments.set(node, [...(comments.get(node) ?? []), comment]);
}

function* anchorsOf(node, lines) {
  for (const [key, value] of node.entries ?? []) {
    const last = onOneLine(value) ? value.end : key.end;
    yield { ...key.start, node: key, lastLine: last.line, lastColumn: last.column };
    yield* anchorsOf(value, lines);
  }
  for (const item of node.items ?? []) {
    const column = node.start.column;
    let { line } = item.start;
    while (lines[line][column] !== '-') line -= 1;
    yield { line, column, node: item, ...endOfItem(item, line, column) };
    yield* anchorsOf(item, lines);
  }
}

/** Behind a text on its line, or behind a bare dash; what starts beside its dash has its own anchor. */
function endOfItem(item, line, column) {
  if (onOneLine(item)) return { lastLine: item.end.line, lastColumn: item.end.column };
  const beside = (item.entries || item.items) && item.start.line === line;
  return { lastLine: line, lastColumn: beside ? Infinity : column + 1 };
}

function onOneLine(node) {
  return !node.entries && !node.items && !node.block;
}

function* leaves(node) {
  if (node.entries) for (const pair of node.entries) for (const part of pair) yield* leaves(part);
  else if (node.items) for (const item of node.items) yield* leaves(item);
  else yield node;
}

/** The lines after the first that belong to a text; what is deeper than its first line is in a block. */
function* linesInside(node, lines) {
  if (!node.block) {
    for (let number = node.start.line + 1; number <= node.end.line; number += 1) yield number;
    return;
  }
  const first = node.start.line + 1;
  const depth = depthOf(lines.slice(first).find((line) => line.trim()) ?? '');
  for (let number = first; number < lines.length; number += 1) {
    if (lines[number].trim() && depthOf(lines[number]) < depth) return;
    yield number;
  }
}

function depthOf(line) {
  return line.length - line.replace(/^ +/, '').length;
}
