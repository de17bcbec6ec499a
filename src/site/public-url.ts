/** The address that a build without SITE_URL is for: this machine. */
export const LOCAL_URL = 'http://localhost:4321/';

/** Thrown where SITE_URL is no address; the message is for whoever set it. */
export class PublicUrlError extends Error {}

/**
 * The home page's address from the SITE_URL setting, such as `https://example.gov.cn/replies`.
 * It ends in a slash. Throws, in Chinese, if it is no http(s) address.
 */
export function publicUrl(setting: string | undefined): URL {
  const url = URL.canParse(setting || LOCAL_URL) ? new URL(setting || LOCAL_URL) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new PublicUrlError(
      `SITE_URL 写成 ${setting}，不是网址。改法：写成 https://主机名/ 或 https://主机名/路径/`,
    );
  return new URL(url.pathname.replace(/\/?$/, '/'), url);
}
