import { formatKey, parseKey } from '../../letter/key.ts';
import type { Check } from './check.ts';

/** The path of an edition is the key that follows from its facts. */
export const checkKey: Check = ({ letter: { key, proposal } }) => {
  const expected = formatKey(proposal);
  const reply = parseKey(key)?.reply;
  if (formatKey({ ...proposal, reply }) === key) return [];
  return [
    {
      path: ['proposal'],
      message: `文件的位置是 ${key}，所答建议却是 ${expected}`,
      help: `改正 proposal，或把文件移到 content/${expected}.md`,
    },
  ];
};
