// Starts the editor with the configuration of this region, and teaches it our way of reading and writing records.
import { formatOf } from './format.js';
import { prepare } from './practice.js';

window.CMS_MANUAL_INIT = true;

const [{ config, schemas, practice }] = await Promise.all([setup(), editor()]);
for (const [name, schema] of Object.entries(schemas)) CMS.registerCustomFormat(name, 'yaml', formatOf(schema));
if (practice) await prepare(practice);
CMS.init({ config });

async function setup() {
  return (await fetch('formulier.json')).json();
}

function editor() {
  const script = Object.assign(document.createElement('script'), { src: 'editor.js' });
  const ready = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
  document.head.append(script);
  return ready;
}
