import { compareLoad } from './http-load.ts';
import { comparePaint } from './first-paint.ts';
import { serve } from '../scripts/lib/server.ts';
import { brotli } from './weight.ts';
import { sessionOf } from '../src/permalinks/paths.ts';
import { launch } from '../tests/support/browser.ts';
import { DIST, fileOf, pagePaths, read } from '../tests/support/site.ts';

const PAIRS = 15;

/**
 * Prints what each page costs a reader, measured in a browser on the built site: requests without the icon,
 * bytes as brotli of quality 11, the time of the first paint beside a bare page of the same text, and the
 * requests that nginx and Caddy answer in a second.
 */
export async function measurePages(): Promise<void> {
  const [browser, site] = await Promise.all([launch(), serve(DIST)]);
  const bares = new Map<string, string>();
  const rows: Record<string, string | number>[] = [];
  for (const path of pagePaths()) {
    const page = await browser.newPage();
    const bytes: Record<string, number> = {};
    const urls: string[] = [];
    page.on('requestfinished', async (request) => {
      if (request.url().endsWith('favicon.svg')) return;
      urls.push(request.url());
      const body = await request.response().then((response) => response?.body());
      bytes[request.resourceType()] = (bytes[request.resourceType()] ?? 0) + brotli(body ?? '');
    });
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    const text = await page.evaluate(() => document.body.innerText);
    const html = read(fileOf(path));
    const paragraphs = text.split(/\n+/).map((line) => `<p>${line}`);
    const bare = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${await page.title()}</title>${paragraphs.join('\n')}`;
    bares.set(path, bare);
    const without = (part: RegExp) => brotli(html) - brotli(html.replaceAll(part, ''));
    const { document: page_ = 0, script = 0, font = 0, image = 0, stylesheet = 0 } = bytes;
    rows.push({
      页面: `/${path}`,
      请求: urls.length,
      'HTML（含样式）': page_,
      其中样式: without(/<style>.*?<\/style>/gs),
      其中脚本: without(/<script>.*?<\/script>/gs),
      其中数据: without(/<script type=.*?<\/script>/gs),
      样式文件: stylesheet,
      脚本文件: script,
      字体: font,
      图片: image,
      同文裸页: brotli(bare),
      倍数: (page_ / brotli(bare)).toFixed(2),
    });
    await page.close();
  }
  console.table(rows);
  console.log(`首次绘制（400 毫秒、400 kbit/s、处理器慢四倍，${PAIRS} 对的中位数）`);
  const paint: Record<string, string>[] = [];
  for (const [path, bare] of bares) {
    if (!sessionOf(path)) continue;
    const result = await comparePaint(browser, read(fileOf(path)), bare, PAIRS);
    paint.push({
      页面: `/${path}`,
      本页: `${Math.round(result.page)} ms`,
      同文裸页: `${Math.round(result.bare)} ms`,
      倍数: result.ratio.toFixed(3),
    });
  }
  console.table(paint);
  await browser.close();
  site.close();
  console.log('每秒答复的请求（64 个连接，TLS，brotli，与测量程序同在本机）');
  const [path, bare] = [...bares].find(([one]) => sessionOf(one))!;
  console.table(await compareLoad(DIST, path, bare));
}
