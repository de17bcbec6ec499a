import type { RemarkPlugin } from '@astrojs/markdown-remark';
import { plainText } from './inline.ts';

/** Names each table of a page by the heading above it, for those who hear the page. */
export const nameTables: RemarkPlugin = () => (tree) => {
  let heading = '';
  for (const node of tree.children) {
    if (node.type === 'heading') heading = plainText(node.children);
    if (node.type === 'table') node.data = { hProperties: { ariaLabel: heading } };
  }
};
