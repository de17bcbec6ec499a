import type { z } from 'astro/zod';
import type { KeyFacts } from './key.ts';
import { numberName, proposalKind, replyTurn } from './labels.ts';
import type { stubSchema } from './schema/withdrawal.ts';

/**
 * A letter that was taken back: the facts of the decision, and the addresses that stay. It has none of the
 * letter's words.
 */
export interface Withdrawal extends z.infer<typeof stubSchema> {
  key: string;
  /** The facts in the key. */
  proposal: KeyFacts;
  /** The ids of the fragments of its page, as the ledger records them. */
  fragments: string[];
  /** The names of the files beside its page and below, as the ledger records them: `proposal/source.txt`. */
  files: string[];
  /** The fragments of the page of its proposal's text, if it had one. */
  proposalText?: { fragments: string[] };
  /** True if it had a page of figures. */
  hasFigures: boolean;
}

/** The withdrawn reply without its session: 第273号建议的答复（第2份答复）. */
export const withdrawnName = ({ key, proposal }: Pick<Withdrawal, 'key' | 'proposal'>): string =>
  `${numberName(proposal)}${proposalKind(proposal)}的答复${replyTurn({ key })}`;
