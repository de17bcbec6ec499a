import { foldText } from '../../language/fold.ts';
import { classifyAlike, unclassifiedHead, unclassifiedRows, type Pass } from '../rows.ts';

/** The reason for omitting the words of a web page around the letter. */
export const WEB_PAGE = '网页上的文字';
/** The reason for omitting a drawn line. */
export const DIVIDER = '分隔线';

/** Matches words of a website's footer, below which nothing belongs to the letter. */
const FOOTER =
  /ICP备|公网安备|网站标识码|版权所有|copyright|©|allrightsreserved|^相关(?:链接|阅读|文章|信息|新闻|稿件|文档)|^[^。；]{2,40}主办[^。；]{0,20}承办|^[主承]办(?:单位)?:.*技术支持/i;

/** Patterns of the words around a letter on a web page. */
const CHROME = [
  /^(?=[您你当现目所])[您你]?的?(?:当前|现在|目前|现)?所?[在处]?的?位置/,
  // A path through a website: 位置导航：首页 > 建议提案, 建议提案 > 2031年 > 正文.
  /^[^。，；《]{0,16}首页(?:[>»›→/|-]|$)/,
  /^[^。，；《》]{1,30}(?:[>»›→]+[^。，；>»›→]{1,60}){2,}$/,
  /^(?:上一[篇条页]|下一[篇条页]|上页|下页)(?:[：:]|$)/,
  /^(?:责任编辑|责编|编辑|审核人?|审校|初审|复审|终审|校对|录入|供稿|来稿|摄影|作者)[：:]/,
  /^(?:扫一扫|手机扫|扫码|分享|收藏|纠错|我要纠错|返回|关闭|打印|字[号体]|【字|\[字|TOP|附件下载|点击下载)/,
  /^(?:相关(?:链接|阅读|文章|信息|新闻|附件|稿件|文档)|友情链接|网站地图|联系我们|关于我们|版权|技术支持)/,
  /^(?:主办|承办|维护)(?:单位)?[：:].*(?:网|政府|备案|ICP)/,
  /^(?:答复|回复|正文|办理)(?:内容|正文)?[：:]$|^(?:答复|回复)(?:内容|正文)?$/,
  FOOTER,
  /您是(?:本站)?第.{0,40}?(?:位|访客)/,
  /^[【[（(]?(?:我要)?(?:打印|关闭|收藏|分享|返回)[^。]{0,12}$/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?[：:]/,
  /^[【[]?(?:大|中|小)[】\]]?(?:[【[]?(?:大|中|小)[】\]]?){0,2}$/,
];

/** Returns true for words of a web page that are not part of the letter. */
export const isBoilerplate = (text: string): boolean =>
  CHROME.some((pattern) => pattern.test(foldText(text)));

/** Returns true for a line of a website's footer. */
export const isFooter = (text: string): boolean => FOOTER.test(foldText(text));

/** Returns true for a line that names who runs a website if it is printed right above its footer. */
export const isHost = (text: string): boolean => /^[主承协]办(?:单位)?:/.test(foldText(text));

/** Returns true for a line that is drawn with signs. */
export const isDivider = (text: string): boolean =>
  /^(?:[-—–_=*＊－─━·.]{3,}|[★☆●◆■]+|[>»›→|/]{1,3})$/.test(foldText(text));

/** Omits the words of a web page above the body. */
export const omitBoilerplate: Pass = (rows) => {
  const found = unclassifiedHead(rows).filter(({ text }) => isBoilerplate(text));
  return { rows: classifyAlike(rows, found, { omitted: WEB_PAGE }), questions: [] };
};

/** Omits the lines drawn with signs. */
export const omitDividers: Pass = (rows) => {
  const found = unclassifiedRows(rows).filter(({ text }) => isDivider(text));
  return { rows: classifyAlike(rows, found, { omitted: DIVIDER }), questions: [] };
};
