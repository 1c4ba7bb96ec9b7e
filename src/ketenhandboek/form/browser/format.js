// How the editor reads and writes a record: as `keten fmt` lays it out, with its comments.
import { commentsOf, noComments } from './comments.js';
import { laidOut } from './layout.js';
import { filled, merged, same } from './merge.js';
import { parse, plain } from './tree.js';

/** The hidden field in which a form carries the text of its file. */
export const TEXT = 'tekst_van_het_bestand';

/** The format of a file of this schema: `fromFile` gives its data and its text, `toFile` the text to save. */
export function formatOf(schema) {
  return { fromFile: read, toFile: (value) => write(schema, value) };
}

function read(text) {
  return { ...plain(parse(text).root), [TEXT]: text };
}

/** Saved without a change, a file is what it was, to the byte. */
function write(schema, { [TEXT]: text, ...data }) {
  const value = filled(data);
  if (!text) return laidOut(merged(schema, schema, value), noComments(), schema);
  const old = parse(text);
  if (same(filled(plain(old.root)), value)) return text;
  return laidOut(merged(schema, schema, value, old.root), commentsOf(old), schema);
}
