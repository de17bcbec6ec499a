/** A tag of the head, as data. `Head.astro` is the only place that writes it. */
export interface Tag {
  tag: 'meta' | 'link';
  attributes: Record<string, string>;
}

export const meta = (name: string, content: string): Tag => ({
  tag: 'meta',
  attributes: { name, content },
});

/** Open Graph; with `itemprop` where WeChat and QQ look for the same value as microdata. */
export const openGraph = (property: string, content: string, itemprop?: string): Tag => ({
  tag: 'meta',
  attributes: { ...(itemprop && { itemprop }), property: `og:${property}`, content },
});

export const relation = (rel: string, href: string, type?: string): Tag => ({
  tag: 'link',
  attributes: { rel, href, ...(type && { type }) },
});
