import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../scripts/lib/copy-project.ts';
import { siteObjects } from '../scripts/lib/bucket/objects.ts';
import { changeWord } from './changes.ts';
import { measure } from './measure.ts';
import { middleKey, sessionsOf, writeLetters } from './sample-letters.ts';

/** The letters and the daily readers for which the needs are computed. */
const LETTERS = 10_000;
const READERS = 1_000_000;
/** The objects of an answer of ListObjectsV2, and the requests for the record of a deployment: read, begin, look, end. */
const LISTED = 1000;
const RECORD = 4;

/** The objects of the site in `dist` by their keys, each with its digest. */
const objectsOf = (dist: string): Map<string, string> => {
  const { notices, others } = siteObjects(dist);
  return new Map([...notices, ...others].map(({ key, md5 }) => [key, md5]));
};

/**
 * Prints what an object store has to bear: the objects, bytes and requests of a full upload and of one after the
 * change of a word, computed for ten thousand letters from a site of `count` letters, and what a million readers a
 * day fetch, one page of a letter each.
 */
export async function measureStore(count: number): Promise<void> {
  const folder = copyProject();
  const dist = join(folder, 'dist');
  const sessions = sessionsOf(count - 1);
  writeLetters(folder, sessions);
  const key = middleKey(sessions);
  await measure(folder, ['scripts/build.ts']);
  const before = objectsOf(dist);
  changeWord(folder, key);
  await measure(folder, ['scripts/build.ts']);
  const after = objectsOf(dist);

  const bytes = (keys: string[]) =>
    keys.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
  const all = [...after.keys()];
  const changed = all.filter((name) => before.get(name) !== after.get(name));
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const scale = LETTERS / count;
  const objects = Math.round(all.length * scale);
  const listing = Math.ceil(objects / LISTED);
  const [full, everyday] = [bytes(all) * scale, bytes(changed)];
  const megabytes = (number: number) => (number / 1e6).toFixed(1);
  console.log(
    `对象存储：第一次上传，按 ${count} 份答复的网站推算到 ${LETTERS} 份；改一个字以后，是 ${count} 份时量得的，列表和查找的索引还会随份数大一些`,
  );
  console.table({
    第一次上传: { 对象: objects, MB: megabytes(full), 请求: objects + RECORD + 1 },
    改一个字以后: {
      对象: changed.length,
      MB: megabytes(everyday),
      请求: changed.length + gone.length + listing + RECORD,
    },
    [`每天 ${READERS} 位读者，各看一份`]: {
      对象: '',
      MB: megabytes(READERS * statSync(join(dist, key, 'index.html')).size),
      请求: READERS,
    },
  });
  console.log(
    `其中改了的：${changed.slice(0, 40).join('、')}。经 CDN 用 brotli 压缩的，读者的流量是 ${megabytes(READERS * statSync(join(dist, key, 'index.html.br')).size)} MB`,
  );
  rmSync(folder, { recursive: true });
}
