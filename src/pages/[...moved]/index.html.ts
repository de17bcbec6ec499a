import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteUrl, siteHref } from '../../site/urls.ts';
import { getSite } from '../../site-data.ts';

export const getStaticPaths = (async () =>
  (await getSite()).moved.map(({ from, to }) => ({
    params: { moved: from.replace(/\/$/, '') },
    props: { to },
  }))) satisfies GetStaticPaths;

/**
 * Redirects from an address that had to change. The script keeps the fragment, which no other redirect of a
 * page does; `refresh` is for readers without scripts alone: it may overtake the script.
 */
export const GET: APIRoute<{ to: string }> = async ({ props: { to } }) => {
  const site = await getSite();
  const path = siteHref(site, to);
  const href = path.replaceAll('&', '&amp;');
  return new Response(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8"><title>网址已变动</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="canonical" href="${absoluteUrl(site, to)}">
<script>location.replace(${JSON.stringify(path)}+location.search+location.hash)</script>
<noscript><meta http-equiv="refresh" content="0; url=${href}"></noscript>
<body data-by="editor">
<h1>网址已变动</h1>
<p>这一页现在的网址是 <a href="${href}">${absoluteUrl(site, to)}</a>。</p>
</body>
</html>
`);
};
