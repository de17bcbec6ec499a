/** The home page's address in a build without SITE_URL, which only this machine can show. */
export const LOCAL_URL = 'http://localhost:4321/';

/** Thrown if SITE_URL is not an address. Its message, in Chinese, is for the person who set it. */
export class PublicUrlError extends Error {}

/**
 * The home page's address from the SITE_URL setting, such as `https://example.gov.cn/replies`.
 * It ends in a slash. Throws a PublicUrlError if the setting is not an http(s) address.
 */
export function publicUrl(setting: string | undefined): URL {
  const url = URL.canParse(setting || LOCAL_URL) ? new URL(setting || LOCAL_URL) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new PublicUrlError(
      `SITE_URL 写成 ${setting}，不是网址。改法：写成 https://主机名/ 或 https://主机名/路径/`,
    );
  return new URL(url.pathname.replace(/\/?$/, '/'), url);
}
