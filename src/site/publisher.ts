import type { SiteWords } from '../content/site-schema.ts';

/** A number under which the site is filed, as the footer prints it, with the register that it links to. */
interface Filing {
  text: string;
  href: string;
}

/**
 * The filing numbers of the site with the links that these rules require: 非经营性互联网信息服务备案管理办法, article 13, and
 * 计算机信息网络国际联网安全保护管理办法.
 */
export const filingsOf = ({ icp, police }: SiteWords): Filing[] => [
  ...(icp === undefined ? [] : [{ text: icp, href: 'https://beian.miit.gov.cn/' }]),
  ...(police === undefined
    ? []
    : [
        {
          text: police,
          href: `https://beian.mps.gov.cn/#/query/webSearch?code=${police.replaceAll(/\D/g, '')}`,
        },
      ]),
];

/** Returns true if `content/site.yaml` names the publisher of the site and how to reach it. */
export const isAnswerable = ({ publisher, contact }: SiteWords): boolean =>
  publisher !== undefined && contact !== undefined;

/** The attribute of the footer on a site that is answerable. It is read from the built page. */
export const ANSWERABLE = 'data-answerable';

/** The message that a site for the public does not name its publisher, and the remedy. */
export const UNANSWERABLE =
  '网站没有写明由谁主办、怎样联系，不能发布。改法：在 content/site.yaml 里写上 publisher: {name: 名称, kind: 机关或其他} 和 contact: 联系方式，重新生成';
