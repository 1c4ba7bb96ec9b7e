// Answers questions on standard input, one JSON value a line: a text saved as it is, and with changes.
import { createInterface } from 'node:readline';
import { commentsOf } from './comments.js';
import { formatOf, TEXT } from './format.js';
import { laidOut } from './layout.js';
import { parse } from './tree.js';

const answers = {
  layout: ({ text, schema }) => {
    const tree = parse(text);
    return laidOut(tree.root, commentsOf(tree), schema);
  },
  data: ({ text, schema }) => ({ ...formatOf(schema).fromFile(text), [TEXT]: undefined }),
  save: ({ text, schema, data }) => {
    const format = formatOf(schema);
    return format.toFile({ ...format.fromFile(text), ...data });
  },
  fresh: ({ schema, data }) => formatOf(schema).toFile(data),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...question } = JSON.parse(line);
  console.log(JSON.stringify(answers[ask](question)));
}
