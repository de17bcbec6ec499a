import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPageContent } from '../built-site.ts';
import { insertPolicy } from './csp.ts';

/** The policy of a page with this content in its body. */
function policyOf(body: string): string {
  const html = `<!doctype html><html><head><meta charset="utf-8"><style>p{}</style></head><body><main>${body}</main><script>go()</script></body></html>`;
  const page = insertPolicy('index.html', html, readPageContent(html));
  return /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
}
const PLAIN = policyOf('<p title="甲">甲</p>');
const HASH = `sha256-${'a'.repeat(43)}=`;

/** As the templates write text: `<` and `&` are escaped, quotation marks are not. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

for (const text of [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '</style>',
  '<p style="display:none">',
  ` data-hash="${HASH}" `,
  ` data-hash="sha256-a' 'unsafe-inline' " `,
  ' data-worker= ',
  '<form action="https://evil.example/">',
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
  "'unsafe-inline' *; script-src *",
  '-->',
])
  test(`the policy of a page does not depend on the words ${text}`, () => {
    assert.equal(policyOf(`<p>${escaped(text)}</p>`), PLAIN);
    assert.equal(policyOf(`<p title="${escaped(text).replaceAll('"', '&quot;')}">甲</p>`), PLAIN);
    const data = JSON.stringify({ name: text }).replaceAll('<', '\\u003c');
    assert.equal(policyOf(`<script type="application/ld+json">${data}</script>`), PLAIN);
    assert.equal(policyOf(`<!-- ${text.replaceAll('-->', '')} -->`), PLAIN);
  });

test('the policy of a page depends on its elements', () => {
  for (const element of [
    '<script>alert(1)</script>',
    '<style>*{}</style>',
    `<button data-hash="${HASH}">`,
    '<form data-worker="w.js">',
  ])
    assert.notEqual(policyOf(element), PLAIN, element);
  // What is no hash adds nothing.
  assert.equal(policyOf(`<button data-hash="sha256-a' 'unsafe-inline'">`), PLAIN);
});
