import { foldText } from '../language/fold.ts';
import { findSessionMentions } from '../language/mentions.ts';
import { fromChinese } from '../language/numerals.ts';
import { mapBlocks, mapInline, type BodyBlocks, type Inline } from './body.ts';
import { firstReplyKey, parseKey, type SessionFacts } from './key.ts';
import { proposalKind } from './labels.ts';
import type { Letter } from './letter.ts';

/** Matches a document number: 慈政办发〔2019〕37号. */
const DOCUMENT_NUMBER = /\p{Script=Han}{2,12}[〔[（(]\d{4}[〕\]）)]第?\d{1,5}号/u;
/** Matches a proposal's number: 第12号建议, 第十二号提案. */
const PROPOSAL_NUMBER = /第([\d〇零一二三四五六七八九十百]{1,8})号(?:代表|委员)?(建议|提案)/;
const MENTION = new RegExp(`${DOCUMENT_NUMBER.source}|${PROPOSAL_NUMBER.source}`, 'gu');
/** Ends the clause that may name the session of the proposal after it. */
const CLAUSE = /[。；，！？\n]/;

const documentNumber = (text: string): string =>
  foldText(text)
    .replaceAll(/[[({]/g, '〔')
    .replaceAll(/[\])}]/g, '〕');

/** Matches words by which a clause means another session without naming it: 2018年, 上次会议, 省人大. */
const OTHER_SESSION = /(?:\d{4}|[去上前往历])年|[上前][一两几]?[届次]|[省区县镇乡]人大|全国/;

/**
 * The session of the proposal whose number follows a text: that which the clause names last, otherwise `own`;
 * undefined if the clause means another.
 */
function sessionBefore(text: string, own: SessionFacts): SessionFacts | undefined {
  const clause = text.split(CLAUSE).at(-1) ?? '';
  const named = findSessionMentions(clause).at(-1);
  if (named)
    return { body: named.body ?? own.body, congress: named.congress, session: named.session };
  return OTHER_SESSION.test(clause) ? undefined : own;
}

/** Words that name a letter, and its key. */
interface Reference {
  words: string;
  key: string;
}

/** The letters of a site, found by what other letters call them. */
class LetterNames {
  readonly #documents = new Map<string, string>();
  readonly #replies = new Map<string, string>();

  constructor(letters: Letter[]) {
    // The first reply to a proposal comes first.
    for (const { key, docNumber, proposal } of letters.toReversed()) {
      if (docNumber !== undefined) this.#documents.set(documentNumber(docNumber), key);
      this.#replies.set(firstReplyKey(proposal), key);
    }
  }

  /**
   * The letter that a mention in `letter` means, and the words that name it; undefined if it is none of the site,
   * or answers the same proposal.
   */
  find(letter: Letter, mention: RegExpMatchArray, text: string): Reference | undefined {
    const [words, numeral] = mention;
    const found =
      numeral === undefined
        ? this.#findDocument(words)
        : { words, key: this.#findProposal(letter, mention, text) };
    if (found?.key === undefined) return undefined;
    const isSame = firstReplyKey(parseKey(found.key)!) === firstReplyKey(letter.proposal);
    return isSame ? undefined : { words: found.words, key: found.key };
  }

  /** The document whose number ends the words: 根据慈政办发〔2019〕37号. */
  #findDocument(words: string): Reference | undefined {
    for (let start = 0; start < words.indexOf('号'); start++) {
      const key = this.#documents.get(documentNumber(words.slice(start)));
      if (key !== undefined) return { words: words.slice(start), key };
    }
    return undefined;
  }

  #findProposal({ proposal }: Letter, mention: RegExpMatchArray, text: string): string | undefined {
    const [, numeral = '', kind] = mention;
    const { body, congress, session } = proposal;
    const facts = sessionBefore(text.slice(0, mention.index), { body, congress, session });
    const number = /^\d+$/.test(numeral) ? Number(numeral) : fromChinese(numeral);
    return facts && kind === proposalKind(facts)
      ? this.#replies.get(firstReplyKey({ ...facts, number }))
      : undefined;
  }
}

/** The words of a text, its mentions of other letters as links from the page of `letter`. */
function linkText(value: string, before: string, letter: Letter, names: LetterNames): Inline[] {
  const text = before + value;
  const parts: Inline[] = [];
  let from = before.length;
  for (const mention of text.matchAll(MENTION)) {
    const found = names.find(letter, mention, text);
    if (!found) continue;
    const end = mention.index + mention[0].length;
    const at = end - found.words.length;
    if (at < from) continue;
    parts.push({ type: 'text', value: text.slice(from, at) });
    parts.push({ type: 'link', href: `../../${found.key}/`, text: found.words, isEditorial: true });
    from = end;
  }
  parts.push({ type: 'text', value: text.slice(from) });
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}

/**
 * Returns a function that links what a letter says of other letters of the site: their document numbers, and
 * the numbers of the proposals that they answer, of the letter's own session unless the clause names another.
 * No word changes. The function returns undefined for a letter that mentions none.
 */
export function crossReferences(letters: Letter[]): (letter: Letter) => BodyBlocks | undefined {
  const names = new LetterNames(letters);
  return (letter) => {
    let count = 0;
    const link = (content: Inline[]): Inline[] => {
      let before = '';
      return content.flatMap((part) => {
        if (part.type !== 'text' || part.isMark) return [part];
        const parts = linkText(part.value, before, letter, names);
        before += part.value;
        count += parts.filter(({ type }) => type === 'link').length;
        return parts;
      });
    };
    const linked = mapBlocks(letter, (block) => mapInline(block, link));
    return count > 0 ? linked : undefined;
  };
}
