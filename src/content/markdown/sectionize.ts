import type { FileDiagnostic } from '../../diagnostics.ts';
import { NEXT_STEPS, sectionId } from '../../letter/fragment.ts';
import type { Block, Body, Section } from '../../letter/letter.ts';

/** An item of a body, in reading order. A break separates the closing from the rest. */
export type BodyItem = { line: number } & (
  | { type: 'heading'; depth: number; text: string }
  | { type: 'block'; block: Block }
  | { type: 'break' }
);
type HeadingItem = Extract<BodyItem, { type: 'heading' }>;

/** A body as its parts: what precedes the first heading, the sections, and the closing. */
interface SectionizedBody extends Pick<Body, 'opening' | 'sections' | 'closing'> {
  /** The lines of blocks and sections, by their fragments. */
  lines: Map<string, number>;
  diagnostics: FileDiagnostic[];
}

/** The editorial heading of a section that has none in the letter, from `[下一步]`. */
const suppliedHeading = (text: string): string | undefined => /^\[(.+)\]$/.exec(text)?.[1];

/** Reports a heading that cannot follow the sections before it. */
function lintHeading({ text, line }: HeadingItem, sections: Section[], closed: boolean) {
  const diagnostics: FileDiagnostic[] = [];
  if (closed)
    diagnostics.push({
      line,
      message: `结语之后还有标题“${text}”`,
      help: '把分隔线（***）移到结语之前',
    });
  if (sections.some((section) => section.supplied))
    diagnostics.push({
      line,
      message: suppliedHeading(text) ? '编者所加的标题不止一个' : `“下一步”之后还有标题“${text}”`,
      help: '## [下一步] 只用一次，放在各条措施之后',
    });
  return diagnostics;
}

/**
 * Adds the section of a heading to `sections`: a measure, a part of the last measure, or the next steps.
 * Returns undefined, and adds nothing, if the heading has the wrong depth.
 */
function addSection({ depth, text }: HeadingItem, sections: Section[]): Section | undefined {
  const supplied = suppliedHeading(text);
  const rest = { blocks: [], sections: [] };
  if (depth === 2 && supplied) {
    const section = { id: NEXT_STEPS, heading: supplied, supplied: true, ...rest };
    sections.push(section);
    return section;
  }
  const parent = depth === 3 ? sections.at(-1) : undefined;
  if (depth !== 2 && !parent) return undefined;
  const siblings = parent?.sections ?? sections;
  // By position: the same as the ordinal, unless the letter repeats, skips or omits an ordinal.
  const position = siblings.filter((section) => !section.supplied).length + 1;
  const section = { id: sectionId(position, parent?.id), heading: text, supplied: false, ...rest };
  siblings.push(section);
  return section;
}

/** Groups the items of a body by its headings, and by the break before its closing. */
export function sectionize(items: BodyItem[]): SectionizedBody {
  const opening: Block[] = [];
  const sections: Section[] = [];
  const closing: Block[] = [];
  const lines = new Map<string, number>();
  const diagnostics: FileDiagnostic[] = [];
  let current = opening;
  for (const item of items) {
    const { line } = item;
    const closed = current === closing;
    if (item.type === 'block') {
      current.push(item.block);
      lines.set(item.block.id, line);
    } else if (item.type === 'break') {
      if (closed)
        diagnostics.push({ line, message: '分隔线（***）不止一条', help: '只在结语前留一条' });
      current = closing;
    } else {
      diagnostics.push(...lintHeading(item, sections, closed));
      const section = addSection(item, sections);
      if (section) lines.set(section.id, line);
      else
        diagnostics.push({
          line,
          message: `标题“${item.text}”的级别不对`,
          help: '措施写 ## 一、……，其下的小标题写 ### （一）……',
        });
      if (section && !closed) current = section.blocks;
    }
  }
  return { opening, sections, closing, lines, diagnostics };
}
