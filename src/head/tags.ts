/** A tag of the head, as data. `Head.astro` alone writes tags as HTML and escapes them. */
export interface Tag {
  tag: 'meta' | 'link';
  attributes: Record<string, string>;
}

export const meta = (name: string, content: string): Tag => ({
  tag: 'meta',
  attributes: { name, content },
});

/** The `meta` tag of a fact that may be missing: no tag without content. */
export const optionalMeta = (name: string, content: string | undefined): Tag[] =>
  content ? [meta(name, content)] : [];

export const relation = (rel: string, href: string, type?: string): Tag => ({
  tag: 'link',
  attributes: { rel, href, ...(type && { type }) },
});
