import type { Fail } from '../../diagnostics.ts';
import { NEXT_STEPS, sectionId } from '../../letter/fragment.ts';
import type { Block, Section } from '../../letter/letter.ts';

/**
 * The parts of a body as they grow while it is read: what comes before the first heading, the
 * sections, and the closing. `lines` maps each id to the line where it stands.
 */
export class BodyTree {
  readonly opening: Block[] = [];
  readonly sections: Section[] = [];
  readonly closing: Block[] = [];
  readonly lines = new Map<string, number>();
  readonly #fail: Fail;
  #closed = false;

  constructor(fail: Fail) {
    this.#fail = fail;
  }

  add(block: Block, line: number) {
    this.lines.set(block.id, line);
    const section = this.sections.at(-1);
    const open = section?.sections.at(-1)?.blocks ?? section?.blocks ?? this.opening;
    (this.#closed ? this.closing : open).push(block);
  }

  /** What follows is the closing. */
  close(line: number) {
    if (this.#closed) this.#fail(line, '分隔线（***）不止一条', '只在结语前留一条');
    this.#closed = true;
  }

  /** Opens a section: a measure, a part of one, or the next steps. Ids count the places. */
  open(depth: number, text: string, line: number) {
    const { sections } = this;
    if (this.#closed) this.#fail(line, `结语之后还有标题“${text}”`, '把分隔线（***）移到结语之前');
    const supplied = /^\[(.+)\]$/.exec(text)?.[1];
    if (sections.some((section) => section.supplied))
      this.#fail(
        line,
        supplied ? '编者所加的标题不止一个' : `“下一步”之后还有标题“${text}”`,
        '## [下一步] 只用一次，放在各条措施之后',
      );
    if (depth === 2 && supplied)
      return this.#push(sections, { id: NEXT_STEPS, heading: supplied, supplied: true }, line);
    const parent = depth === 3 ? sections.at(-1) : undefined;
    if (depth !== 2 && !parent)
      return this.#fail(
        line,
        `标题“${text}”的级别不对`,
        '措施写 ## 一、……，其下的小标题写 ### （一）……',
      );
    const siblings = parent?.sections ?? sections;
    // By place: the same as the ordinal, unless the letter doubles or skips one, or has none.
    const place = siblings.filter((section) => !section.supplied).length + 1;
    const id = sectionId(place, parent?.id);
    this.#push(siblings, { id, heading: text, supplied: false }, line);
  }

  #push(into: Section[], section: Omit<Section, 'blocks' | 'sections'>, line: number) {
    this.lines.set(section.id, line);
    into.push({ ...section, blocks: [], sections: [] });
  }
}
