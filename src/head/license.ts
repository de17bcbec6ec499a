/** Official documents carry no copyright: 中华人民共和国著作权法, article 5. */
export const PUBLIC_DOMAIN = 'https://creativecommons.org/publicdomain/mark/1.0/';
