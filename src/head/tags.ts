/** A tag of the head, as data. `Head.astro` is the only place that writes it. */
export interface Tag {
  tag: 'meta' | 'link';
  attributes: Record<string, string>;
}

export const meta = (name: string, content: string): Tag => ({
  tag: 'meta',
  attributes: { name, content },
});

export const openGraph = (property: string, content: string): Tag => ({
  tag: 'meta',
  attributes: { property: `og:${property}`, content },
});

/** A property of the page as microdata, where WeChat and QQ are said to look. */
export const microdata = (itemprop: string, content: string): Tag => ({
  tag: 'meta',
  attributes: { itemprop, content },
});

export const relation = (rel: string, href: string, type?: string): Tag => ({
  tag: 'link',
  attributes: { rel, href, ...(type && { type }) },
});
