import { serve } from './server.ts';
import { brotli } from './weight.ts';
import { launch } from '../tests/support/browser.ts';
import { DIST, pagePaths } from '../tests/support/site.ts';

/**
 * `npm run bench`: what each page costs a reader, measured in a browser on the built site. Requests
 * leave the icon out; bytes are brotli, quality 11; the ratio is to a bare page of the same text.
 */
const [browser, site] = await Promise.all([launch(), serve(DIST)]);
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
  const { text, html, style, data } = await page.evaluate(() => {
    const inside = (selector: string) =>
      [...document.querySelectorAll(selector)].map((node) => node.textContent).join('');
    return {
      text: document.body.innerText,
      html: document.documentElement.outerHTML,
      style: inside('style'),
      data: inside('script[type="application/ld+json"]'),
    };
  });
  const paragraphs = text.split(/\n+/).map((line) => `<p>${line}`);
  const bare = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${await page.title()}</title>${paragraphs.join('\n')}`;
  const without = (part: string) => brotli(html) - brotli(html.replace(part, ''));
  const { document: page_ = 0, script = 0, font = 0, image = 0, stylesheet = 0 } = bytes;
  rows.push({
    页面: `/${path}`,
    请求: urls.length,
    'HTML（含样式）': page_,
    其中样式: without(style),
    其中数据: without(data),
    样式文件: stylesheet,
    脚本: script,
    字体: font,
    图片: image,
    同文裸页: brotli(bare),
    倍数: (page_ / brotli(bare)).toFixed(2),
  });
  await page.close();
}
console.table(rows);
await browser.close();
site.close();
