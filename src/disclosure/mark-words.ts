/**
 * What a word contributes to a mark. The first four make a line a mark: a grade of secrecy, internal, not for
 * the public, for the public. The others only accompany them: before them, or on either side; `stop` separates
 * clauses.
 */
type Role = 'secret' | 'internal' | 'closed' | 'open' | 'before' | 'beside' | 'stop';

export const GRADE =
  '(?:绝密|机密|(?:国家|工作|警务工作|商业)?秘密|(?:核心|普通)?商密|密件|密电)级?';
export const STAR = '[★☆✩✪⭐※]';
const TERM =
  '(?:长期|启用前|启封前|公开前|解密前|[\\d一二三四五六七八九十]+(?:年|个?月|天|日)|至?\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?[前止]?)';
const DOCUMENT_NUMBER = '[\\p{Script=Han}A-Za-z]{1,20}[〔\\[(]\\d{4}[〕\\])]第?\\d{1,5}号';
const KIND = '(?:文件|资料|材料|信息|公文|文稿|文档|文|稿|件|内容|类|范围)';
const READER =
  '(?:市|县|区|局|委)?(?:有关|主要|分管)?(?:领导(?:同志)?|部门|单位|代表|委员|提案人|建议人|提案者|办理单位|承办单位|本人|当事人|申请人|参会人员|工作人员|职工|科室|各科室|机关|系统|行业|部门|企业|公司)';
const INTERNAL_NOUN =
  '(?:工作(?=使用|参考|资料|文件|材料)|事务信息|资料|文件|材料|讨论稿?|征求意见稿|事项|使用|传阅|参考|参阅|刊物|掌握|明电|电报|情况|件|发行|发送|交流|公文|信息|公开|文稿|文档|通报|知悉|阅读|留存|办理件?|流转)';
const MEDIA =
  '(?:主动|对外|向社会|对社会|向公众|在?(?:互联网|网站|网络|网)上?|上网|全文|予以|进行|宜)';
const REFUSAL =
  '(?:不(?:予|宜|便|能|得|可|应|许|准|同意|愿意?|希望|适宜|适合)?|暂缓|暂不|缓期?|延期|免[予于]?|豁免|非|禁止|严禁|切勿|请勿|勿|拒绝)';
const FORBIDDEN =
  '(?:外传|外泄|翻印|复印|复制|转载|转发|扩散|传播|泄露|泄密|(?:对外)?(?:公开|公布|提供|发布)|上网|登报)';

/** The words of marks, in half width and without white space. */
const WORDS: [role: Role, pattern: string][] = [
  ['stop', `[\\[\\],.;:、·・|/*()【】〔〕-]|${STAR}`],
  ['secret', `${STAR}?${GRADE}${STAR}?`],
  ['secret', `涉密(?=${KIND}|$|[,.;:、)不免])`],
  [
    'internal',
    `(?:本?(?:单位|系统|部门|机关|行业|公司|企业|局|委)|我局|党政机关)?内部${INTERNAL_NOUN}*`,
  ],
  ['internal', '内参|(?:敏感|涉敏)信息|(?:限|供)?本(?:单位|系统|部门|机关|局)使用'],
  [
    'internal',
    `(?:仅|只|限)?(?:限|供)${READER}(?:内部|决策|工作)*(?:参阅|参考|阅读|使用|掌握|传阅|知悉)`,
  ],
  ['internal', '领导(?:参阅|传阅)'],
  [
    'internal',
    '(?:限|只)?发至(?:县团|县处?|乡镇|乡科|市厅?|地市|厅局|处|各?科室)级?(?:单位|机关)?',
  ],
  ['internal', '请?(?:注意|妥善)(?:保存|保管|保密)|(?:严格|注意)?保密|妥存|不(?:对外|外传)'],
  ['internal', `(?:请勿|不得|严禁|不准|禁止|切勿|勿)${FORBIDDEN}+`],
  ['internal', '(?:阅|会|用|传阅)后请?(?:即?(?:收回|销毁|焚毁|退[回还]|归还|焚))'],
  ['closed', `${REFUSAL}${MEDIA}*(?:公开|公布|发布)(?:发布)?`],
  ['closed', '不(?:在|属于?|列入|纳入)(?:主动)?公开(?:范围|之列)?|不(?:上网|登报|见报|广播)'],
  ['closed', '(?:依|按|凭|须|需)?申请(?:后|才|可|方|予以)*公开|依申请(?!人)'],
  [
    'closed',
    '(?:删[减除去]|处理|遮[挡盖]|脱密|脱敏|隐[去名]|去[除掉]|除去|匿名|屏蔽|节录|摘录|区分)\\p{Script=Han}{0,6}?(?:后再?)?(?:予以)?公开|删减后|公开时[请应须需]?(?:删[减除去]|隐去|遮[挡盖]|去[除掉]|略去)\\p{Script=Han}{1,12}',
  ],
  [
    'closed',
    '(?:部分|[有附]条件|限制性?|限(?:定)?范围|(?:一定|特定|小)范围内?|单位内部?|系统内部?|机关内部?|[内外]网|政务[内外]?网|局域网|定向|以?摘要(?:[形方]式)?|目录|选择性)公开|公开部分(?:内容)?',
  ],
  [
    'closed',
    `(?:仅|只|限)(?:限)?(?:向|对|在|于)?${READER}?公开(?:答复|建议)?(?:摘要|目录|标题|题目|部分)?`,
  ],
  ['open', '主动公开|(?:全文|同意|可以|可|予以)?公开(?:发布)?|(?:同意|全文)公布'],
  [
    'beside',
    `(?:特提|特急|加急|平急|急件|紧急)|(?:№|No\\.?)\\d{1,8}|\\d{1,8}[号份]|\\d{4,8}|第\\d{1,8}[号期]`,
  ],
  ['beside', `${TERM}|${DOCUMENT_NUMBER}|签发人?:?\\p{Script=Han}{2,4}`],
  [
    'beside',
    '(?:密级|保密期限|紧急程度|份号|编号|(?:政府|政务)?(?:信息)?公开(?:属性|方式|选项|类别))',
  ],
  ['beside', `的?${KIND}(?<!的(?:信息|内容|资料|材料|类|范围))|全文`],
  [
    'before',
    `${READER}(?=要求|不)|[此本该]${KIND}?|(?:建议|提案|议案|答复|复文|复函|办理|意见|函|全文)`,
  ],
  [
    'before',
    '属于?|为|均|应|请|依法|要求|经审[查核]|未经(?:允许|批准|许可|同意|授权)|仅?(?:限|供)(?:于|在)?|只(?:限|供)|仅',
  ],
  [
    'before',
    '因|由于|原因|理由|涉及|含有?|个人(?:隐私|信息)|敏感内容|过程性(?=信息)|(?:内部)?事务(?=信息)|第三方|公共安全|国家安全|社会稳定',
  ],
];
const PATTERNS = WORDS.map(([role, pattern]) => ({ role, pattern: new RegExp(pattern, 'uy') }));

/** The longest text that is a mark. */
export const LONGEST = 80;

/** The order of a mark's words, by the initials of their roles: in a clause nothing is `before` after a word with weight. */
const ORDER = /^(?:[bx]*(?:w[wx]*)?,)*$/;
const INITIALS: Record<Role, string> = {
  secret: 'w',
  internal: 'w',
  closed: 'w',
  open: 'w',
  before: 'b',
  beside: 'x',
  stop: ',',
};

/** The role and the length of the longest word at a place of a text; a word with weight comes before others. */
function readWord(text: string, at: number): { role: Role; length: number } | undefined {
  let best: { role: Role; length: number; rank: number } | undefined;
  for (const { role, pattern } of PATTERNS) {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    const rank = length + (INITIALS[role] === 'w' ? LONGEST : 0);
    if (length > 0 && rank > (best?.rank ?? 0)) best = { role, length, rank };
  }
  return best;
}

/** What was read, by the text: hostile files repeat the words of marks thousands of times. */
const known = new Map<string, ReadonlySet<Role> | undefined>();
const MOST_KNOWN = 10_000;

/**
 * Reads a folded text as words of marks. Returns their roles; undefined if it has other words too, as a
 * running sentence has, or none that make it a mark.
 */
export function readMarkWords(text: string): ReadonlySet<Role> | undefined {
  if (text.length > LONGEST) return undefined;
  if (known.has(text)) return known.get(text);
  if (known.size >= MOST_KNOWN) known.clear();
  const words = readAllWords(text);
  known.set(text, words);
  return words;
}

function readAllWords(text: string): ReadonlySet<Role> | undefined {
  const roles: Role[] = [];
  for (let at = 0; at < text.length;) {
    const word = readWord(text, at);
    if (!word) return undefined;
    roles.push(word.role);
    at += word.length;
  }
  const order = `${roles.map((role) => INITIALS[role]).join('')},`;
  return order.includes('w') && ORDER.test(order) ? new Set(roles) : undefined;
}
