import { visibleText } from '../../language/hidden.ts';
import { WITHHELD } from '../../letter/withholding.ts';
import { declarationOf } from '../../received/count/index.ts';
import type { CheckContext, Finding } from './check.ts';

type UnreadContext = Pick<CheckContext, 'differences' | 'original'> & {
  letter: Pick<CheckContext['letter'], 'received'> & {
    source: Pick<CheckContext['letter']['source'], 'unread'>;
  };
};

interface Declaration {
  in: string;
  words: string;
}

/** Returns true if a declaration agrees with a difference, withheld words aside. */
function declares(declared: Declaration, found: Declaration): boolean {
  const pieces = visibleText(declared.words)
    .split(WITHHELD)
    .map((piece) => RegExp.escape(piece));
  const pattern = new RegExp(`^${pieces.join('.+')}$`, 'su');
  return declared.in === found.in && pattern.test(visibleText(found.words));
}

/**
 * `source.unread` declares every difference between the received file and the lines read from it, and nothing
 * else. A public copy without its original has only the words that were read, and is not checked.
 */
export function checkUnread({ letter, differences, original }: UnreadContext): Finding[] {
  if (letter.received.isPublicCopy && !original) return [];
  const left = letter.source.unread.map((declared, index) => ({ ...declared, index }));
  const undeclared = differences.flatMap((difference): Finding[] => {
    const declaration = declarationOf(difference);
    const found = left.findIndex((declared) => declares(declared, declaration));
    if (found >= 0) {
      left.splice(found, 1);
      return [];
    }
    const { in: kind, words } = declaration;
    const place = difference.after && `（在“${difference.after}”之后）`;
    return [
      {
        path: ['source', 'unread'],
        message: `收到的文件里有${kind}“${words}”${place}，与收入的文字不同，没有写明为什么`,
        help: '属于答复的，在收到的文件里改成正文的文字，重新加一次；不属于的，在 source 的 unread 里加一项，写明 in、words 和 why',
      },
    ];
  });
  return [
    ...undeclared,
    ...left.map(({ in: kind, words, index }) => ({
      path: ['source', 'unread', index],
      message: `收到的文件里没有这一处${kind}“${words}”`,
      help: '照收到的文件改正，或从 unread 里删去这一项',
    })),
  ];
}
