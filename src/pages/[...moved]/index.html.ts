import type { APIRoute, GetStaticPaths } from 'astro';
import { absoluteUrl, siteHref } from '../../site/urls.ts';
import { getSite } from '../../site-data.ts';

export const getStaticPaths = (async () =>
  (await getSite()).moved.map(({ from, to }) => ({
    params: { moved: from.replace(/\/$/, '') },
    props: { to },
  }))) satisfies GetStaticPaths;

/** Redirects from an address that had to change. Addresses have only letters and digits: nothing to escape. */
export const GET: APIRoute<{ to: string }> = async ({ props: { to } }) => {
  const site = await getSite();
  return new Response(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8"><title>网址已变动</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><link rel="canonical" href="${absoluteUrl(site, to)}">
<meta http-equiv="refresh" content="0; url=${siteHref(site, to)}">
<body data-by="editor">
<h1>网址已变动</h1>
<p>这一页现在的网址是 <a href="${siteHref(site, to)}">${absoluteUrl(site, to)}</a>。</p>
</body>
</html>
`);
};
