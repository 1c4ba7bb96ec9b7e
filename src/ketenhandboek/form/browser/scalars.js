// A value → how it is written: bare where that is safe, folded where it is long, quoted where it must be.
import { isInteger } from './tree.js';

export const STEP = 2;
const WIDTH = 110;
const INDICATOR = /^(?:[-?:](?=\s|$)|[,[\]{}#&*!|>'"%@`]|---|\.\.\.)/;
const INSIDE = /:(?=\s|$)|\s#/;
const NUMBER_ELSEWHERE = /^[-+]?(?:0\d+|0o[0-7]+|0x[0-9a-fA-F]+|\.\d+|\d+\.?\d*[eE][-+]?\d+|\d+\.)$/;
const NOT_SHOWN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const ENDS = ['-', '', '+'];
const BREAK = /(?<! ) (?! )/;
const ESCAPED = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]|[\u{10000}-\u{10ffff}]/gu;
const SHORT = {
  '\0': '0', '\x07': 'a', '\b': 'b', '\t': 't', '\n': 'n', '\v': 'v', '\f': 'f', '\r': 'r', '\x1b': 'e',
  '"': '"', '\\': '\\', '\x85': 'N', '\u2028': 'L', '\u2029': 'P',
};

/** The lines of `head` and a value; the lines of a long text stand `indent` deep. */
export function written({ text, int }, head, indent) {
  if (text === null) return [head];
  const line = `${head} ${int ? text : inline(text)}`;
  if (int || !fitsABlock(text)) return [line];
  const space = ' '.repeat(indent);
  if (text.includes('\n')) {
    const body = text.replace(/\n+$/, '');
    const breaks = text.length - body.length;
    const lines = [...body.split('\n'), ...Array(Math.max(breaks - 1, 0)).fill('')];
    return [`${head} |${ENDS[Math.min(breaks, 2)]}`, ...lines.map((part) => (space + part).replace(/ +$/, ''))];
  }
  if (size(line) > WIDTH && BREAK.test(text)) {
    return [`${head} >-`, ...wrapped(text, WIDTH - indent).map((part) => space + part)];
  }
  return [line];
}

/** A text on one line. */
export function inline(text) {
  if (NOT_SHOWN.test(text)) return `"${text.replace(ESCAPED, escaped)}"`;
  return mayBeBare(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

function mayBeBare(text) {
  const means = isInteger(text) || ['', 'null', '~'].includes(text);
  const edges = text.startsWith(' ') || text.endsWith(' ');
  return !means && !edges && !INDICATOR.test(text) && !INSIDE.test(text) && !NUMBER_ELSEWHERE.test(text);
}

/** Whether a block keeps a text as it is: the first line shows how deep it is, no line ends in a space. */
function fitsABlock(text) {
  const lines = text.split('\n');
  return lines.every((line) => !line.endsWith(' ') && !NOT_SHOWN.test(line)) && /^[^ ]/u.test(lines[0]);
}

function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(BREAK)) {
    const line = lines.at(-1);
    if (line && size(line) + 1 + size(word) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(sign) {
  const code = sign.codePointAt(0);
  const hex = (length) => code.toString(16).toUpperCase().padStart(length, '0');
  if (SHORT[sign]) return `\\${SHORT[sign]}`;
  if (code <= 0xff) return `\\x${hex(2)}`;
  return code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

/** The length as readers count it: a sign beyond the first plane is one sign. */
function size(text) {
  return [...text].length;
}
