// The text of a record → a tree that knows where everything stands, so that comments can go along with it.
// A leaf is `{ text, int }`, a map `{ entries: [[key, value], …] }`, a list `{ items }`; lines count from 0.
import { isMap, isSeq, LineCounter, parseDocument } from './yaml/index.js';

const INTEGER = /^(?:0|-?[1-9][0-9]{0,15})$/;
const NOTHING = ['', 'null', '~'];

/** Raises an Error with the first complaint about a text that is not YAML. */
export function parse(text) {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: true });
  if (document.errors.length > 0) throw document.errors[0];
  if (!isMap(document.contents)) throw new Error('Dit bestand bevat geen gegevens.');
  return { root: node(document.contents, counter), lines: text.split(/\r?\n/) };
}

/** A value without a place in a file. */
export function leaf(text, int = false) {
  return { text, int };
}

export function isInteger(text) {
  return INTEGER.test(text);
}

/** The data of a tree, with integers as text: forms know no other values. */
export function plain(tree) {
  if (tree.entries) return Object.fromEntries(tree.entries.map(([key, value]) => [key.text, plain(value)]));
  return tree.items ? tree.items.map(plain) : tree.text;
}

function node(found, counter) {
  const start = place(counter, found.range[0]);
  if (isMap(found)) {
    return { start, entries: found.items.map((pair) => [node(pair.key, counter), node(pair.value, counter)]) };
  }
  if (isSeq(found)) return { start, items: found.items.map((item) => node(item, counter)) };
  const block = found.type.startsWith('BLOCK');
  return { ...meaning(found), block, start, end: place(counter, found.range[1]) };
}

function meaning({ type, value }) {
  if (type !== 'PLAIN') return leaf(value);
  return leaf(NOTHING.includes(value) ? null : value, INTEGER.test(value));
}

function place(counter, offset) {
  const { line, col } = counter.linePos(offset);
  return { line: line - 1, column: col - 1 };
}
