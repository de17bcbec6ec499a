import { parseKey, replyKey } from '../key.ts';
import { draftSchema, factsSchema, type DraftFacts, type Facts } from './letter.ts';
import { group } from './fields.ts';

const { title, remarks, parts, order, published, corrections } = factsSchema.shape;
const { openness, review, withheld, source, draft, questions } = factsSchema.shape;
const written = {
  ...{ title, remarks, parts, order, published, corrections },
  ...{ openness, review, withheld, source, draft, questions },
};
const WORDS = { label: '事实部分' };

/** What a proposal's text has none of. Its session and number are those of its key. */
function factsOf(key: string) {
  const { reply: _, ...facts } = parseKey(replyKey(key))!;
  return {
    proposal: { ...facts, title: null, lead: null },
    ...{ salutation: null, signatories: [], date: null, keywords: [], summary: '' },
  };
}

/**
 * The front matter of a proposal's text, `273.proposal.md`. Lines above its title are its remarks; all lines
 * below are its body.
 */
export const proposalSchema = (key: string) =>
  group(written, WORDS).transform((facts): Facts => ({ ...facts, ...factsOf(key) }));

/** The front matter of a proposal's text with open questions. */
export const proposalDraftSchema = (key: string) =>
  group({ ...written, source: draftSchema.shape.source }, WORDS).transform((facts): DraftFacts => ({
    ...facts,
    ...factsOf(key),
  }));
