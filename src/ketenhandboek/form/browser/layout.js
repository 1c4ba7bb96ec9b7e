// A tree → its canonical text, exactly as `keten fmt` writes it: keys in the order of the schema, no empty lines.
import { inline, STEP, written } from './scalars.js';

/** The canonical text of a tree with these comments, for a file of this schema. */
export function laidOut(tree, comments, schema) {
  const layout = { comments, root: schema };
  return [...comments.top, ...lines(layout, tree, schema, 0)].join('\n') + '\n';
}

/** A schema with the definition that it refers to filled in. */
export function resolved(root, schema) {
  if (!schema.$ref) return schema;
  return { ...resolved(root, root.$defs[schema.$ref.split('/').at(-1)]), ...schema, $ref: undefined };
}

function* lines(layout, node, schema, indent) {
  const { properties = {}, items = {} } = resolved(layout.root, schema);
  if (node.entries) {
    for (const [key, value] of inOrder(node.entries, Object.keys(properties))) {
      const below = Object.hasOwn(properties, key.text) ? properties[key.text] : {};
      yield* noted(layout, key, entry(layout, key, value, below, indent), indent);
    }
  } else {
    for (const value of node.items) yield* noted(layout, value, item(layout, value, items, indent), indent);
  }
}

/** The lines of an entry between its comments; what came in place of another has those of the other. */
function* noted({ comments }, node, [first, ...others], indent) {
  const owner = node.old ?? node;
  const space = ' '.repeat(indent);
  const beside = comments.beside.get(owner);
  for (const comment of comments.above.get(owner) ?? []) yield space + comment;
  yield beside ? `${first} ${beside}` : first;
  yield* others;
  for (const comment of comments.below.get(owner) ?? []) yield space + comment;
}

function* entry(layout, key, value, schema, indent) {
  const head = `${' '.repeat(indent)}${inline(key.text)}:`;
  if (isLeaf(value)) {
    yield* written(value, head, indent + STEP);
  } else {
    yield head;
    yield* lines(layout, value, schema, indent + STEP);
  }
}

function* item(layout, value, schema, indent) {
  const dash = `${' '.repeat(indent)}-`;
  if (isLeaf(value)) {
    yield* written(value, dash, indent + STEP);
    return;
  }
  const inner = [...lines(layout, value, schema, indent + STEP)];
  const first = inner.findIndex((line) => !line.trimStart().startsWith('#'));
  for (const comment of inner.slice(0, first)) yield comment.slice(STEP);
  yield dash + inner[first].slice(indent + 1);
  yield* inner.slice(first + 1);
}

function inOrder(entries, names) {
  const order = new Map(names.map((name, place) => [name, place]));
  const rank = ([key]) => order.get(key.text) ?? names.length;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

function isLeaf(node) {
  return !node.entries && !node.items;
}
