import { isPageNumber, pageNumberWithin } from '../../language/page-furniture.ts';
import { foldText } from '../../language/fold.ts';
import { rowLocation, type Ask } from '../questions.ts';
import { splitRow, type Row } from '../rows.ts';

/** Why a page number is no part of the letter. */
export const PAGE_NUMBER = '来源文件的页码';

/** Cuts page numbers from the lines into which they ran. */
function cutPageNumbers(rows: Row[], ask: Ask): void {
  for (const row of [...rows]) {
    const found = row.cells || row.omitted ? undefined : pageNumberWithin(row.text);
    if (!found) continue;
    const at = row.text.indexOf(found);
    const number = at > 0 ? splitRow(rows, row, at)[1] : row;
    if (number.text.length > found.length) splitRow(rows, number, found.length);
    number.omitted = PAGE_NUMBER;
    ask(rowLocation(number), '在行中，当作页码，没有收入');
  }
}

/** Marks page numbers, wherever a page ended. */
export function omitPageNumbers(rows: Row[], ask: Ask): void {
  for (const row of rows) {
    const bare = /^\d{1,3}$/.test(foldText(row.text));
    if (row.cells || !(bare || isPageNumber(row.text))) continue;
    row.omitted = PAGE_NUMBER;
    if (bare) ask(rowLocation(row), '只有一个数，当作页码，没有收入');
  }
  cutPageNumbers(rows, ask);
}

/** Words of a web page around the letter. */
const CHROME = [
  /^(?:当前|您(?:所在|现在)?的?|所在)位置/,
  /^(?:您的?位置[：:])?(?:网站)?首页(?:[>＞»›→/|-]|$)/,
  /^(?:上一[篇条页]|下一[篇条页]|上页|下页)(?:[：:]|$)/,
  /^(?:责任编辑|责编|编辑|审核人?|审校|初审|复审|终审|校对|录入|供稿|来稿|摄影|作者)[：:]/,
  /^(?:扫一扫|手机扫|扫码|分享|收藏|纠错|我要纠错|返回|关闭|打印|字[号体]|【字|\[字|TOP|附件下载|点击下载)/,
  /^(?:相关(?:链接|阅读|文章|信息|新闻|附件|稿件|文档)|友情链接|网站地图|联系我们|关于我们|版权|技术支持)/,
  /^(?:主办|承办|维护)(?:单位)?[：:].*(?:网|政府|备案|ICP)/,
  /^(?:答复|回复|正文|办理)(?:内容|正文)?[：:]$/,
  /ICP备|公网安备|网站标识码|版权所有|您是第.*(?:位|访客)/,
  /^[【[（(]?(?:我要)?(?:打印|关闭|收藏|分享|返回)[^。]{0,12}$/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?[：:]/,
  /^[【[]?(?:大|中|小)[】\]]?(?:[【[]?(?:大|中|小)[】\]]?){0,2}$/,
];

/** Whether a row is a web page's own, not the letter's. */
export const isBoilerplate = (text: string): boolean =>
  CHROME.some((pattern) => pattern.test(foldText(text)));

/** Whether a row is a line drawn with signs. */
export const isRule = (text: string): boolean =>
  /^(?:[-—–_=*＊－─━·.]{3,}|[★☆●◆■]+)$/.test(foldText(text));
