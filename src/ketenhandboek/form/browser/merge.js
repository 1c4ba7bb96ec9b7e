// What stood in a file and what a form gives back → one tree, in which all that stayed the same is what stood there.
import { resolved } from './layout.js';
import { isInteger, leaf, plain } from './tree.js';

/** What a form means: it gives an empty text, list or group for what is not there. */
export function filled(value) {
  if (Array.isArray(value)) return value.map(filled).filter((item) => !isEmpty(item));
  if (value === null || typeof value !== 'object') return value == null ? '' : String(value).replaceAll('\r\n', '\n');
  const pairs = Object.entries(value).map(([key, below]) => [key, filled(below)]);
  return Object.fromEntries(pairs.filter(([, below]) => !isEmpty(below)));
}

/** Whether two filled values say the same. */
export function same(one, other) {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  const keys = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}

/** The tree of a filled value; `old` is the tree that stood at its place, if any, and keeps its comments. */
export function merged(root, schema, value, old) {
  if (old && same(filled(plain(old)), value)) return old;
  return { ...written(root, resolved(root, schema), value, old), old };
}

function written(root, schema, value, old) {
  if (Array.isArray(value)) return list(root, schema, value, old);
  if (typeof value === 'object') return map(root, schema, value, old);
  return leaf(value, isInteger(value) && [schema.type].flat().includes('integer'));
}

function map(root, { properties = {} }, value, old) {
  const entries = [];
  for (const [key, below] of old?.entries ?? []) {
    if (!Object.hasOwn(properties, key.text)) entries.push([key, below]);
    else if (Object.hasOwn(value, key.text)) {
      entries.push([key, merged(root, properties[key.text], value[key.text], below)]);
    }
  }
  const there = new Set(entries.map(([key]) => key.text));
  for (const [name, below] of Object.entries(value)) {
    if (!there.has(name)) entries.push([leaf(name), merged(root, properties[name] ?? {}, below)]);
  }
  return { entries };
}

/** Items come back by their id, else as the same value, else at the same place; the rest is new. */
function list(root, { items = {} }, value, old) {
  const left = new Map((old?.items ?? []).map((item, place) => [place, { item, data: filled(plain(item)) }]));
  const take = (found) => {
    if (found) left.delete(found[0]);
    return found?.[1].item;
  };
  const known = value.map((item) => take([...left].find(([, { data }]) => isSame(item, data))));
  const bases = value.map((item, place) => known[place] ?? take([...left].find(([at]) => at === place)));
  return { items: value.map((item, place) => merged(root, items, item, alike(item, bases[place]))) };
}

function isSame(item, data) {
  return item.id !== undefined && data.id !== undefined ? item.id === data.id : same(item, data);
}

function alike(item, base) {
  return base && (typeof item === 'object') === Boolean(base.entries) ? base : undefined;
}

function isEmpty(value) {
  return value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
