// The practice copy: a folder that only this browser sees, filled with the records at the first visit.
const FOLDER = 'sveltia-cms-test';

/** Write the records (path → text) that this browser does not hold yet; what somebody tried stays. */
export async function prepare(records) {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  if (!(await isEmpty(root))) return;
  for (const [path, text] of Object.entries(records)) {
    const file = await place(root, path.split('/'));
    const writer = await file.createWritable();
    await writer.write(text);
    await writer.close();
  }
}

async function isEmpty(folder) {
  for await (const _ of folder.keys()) return false;
  return true;
}

async function place(folder, [name, ...below]) {
  if (below.length === 0) return folder.getFileHandle(name, { create: true });
  return place(await folder.getDirectoryHandle(name, { create: true }), below);
}
