import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitTelephoneNumbers } from './telephone.ts';

/** A mobile number belongs to a person, and gets no link in any notation. */
const MOBILES = [
  '13800000000',
  '138 0000 0000',
  '1382 3456789',
  '138-23456789',
  '138 001 12345',
  '138.0.2345678',
].map((number) => `联系人及电话：张三 ${number}`);

test('a printed number dials, with the area code of the place where it has none', () => {
  const dial = (line: string) => {
    const parts = splitTelephoneNumbers(line, '0574');
    assert.equal(parts.map(({ text }) => text).join(''), line, 'not one character is lost');
    return parts.flatMap(({ href }) => href ?? []);
  };
  assert.deepEqual(dial('联系电话：63813127'), ['tel:+8657463813127']);
  assert.deepEqual(dial('联系电话：0571-87051234'), ['tel:+8657187051234']);
  assert.deepEqual(dial('联系电话：（0571）87051234。'), ['tel:+8657187051234']);
  assert.deepEqual(dial('服务热线：12345，400-123-4567'), ['tel:12345', 'tel:4001234567']);
  const twice = ['tel:+8657463810000', 'tel:+8657463810000'];
  assert.deepEqual(dial('联系电话：63810000（传真：63810000）'), twice);
  for (const line of ['联系人：张三', '邮编：315300', '更新于20290506', ...MOBILES])
    assert.deepEqual(dial(line), []);
});
