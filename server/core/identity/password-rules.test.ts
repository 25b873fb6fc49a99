// Tests of the rules for new passwords: leaked, patterned and named ones are refused, phrases of any script are taken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../errors.ts'
import { mustBeHardToGuess } from './password-rules.ts'

const about = ['Ada Lovelace', 'ada.lovelace@example.org', 'دانشگاه نمونه']

async function verdict(password: string): Promise<string> {
  try {
    await mustBeHardToGuess(password, about)
    return 'taken'
  } catch (error) {
    assert.ok(error instanceof Refusal)
    assert.deepEqual(
      error.fields.map(field => field.path),
      ['password'],
    )
    return error.declaration.code
  }
}

test('passwords that leaked most, and patterns, are refused', async () => {
  for (const password of ['1234567890', 'qwertyuiop', 'password123', 'Password2026', 'aaaaaaaaaaaa', 'abcdefghij'])
    assert.equal(await verdict(password), 'identity.password_known', password)
})

test('a password of hardly more than known names is refused', async () => {
  for (const password of ['concord-2026!', 'Ada.Lovelace1', 'lovelace_2026', 'دانشگاه نمونه ۱۴۰۵', 'ADA-concord-99'])
    assert.equal(await verdict(password), 'identity.password_named', password)
})

test('phrases and random characters of any kind are taken, however long', async () => {
  const random = 'b97129d8e4787b36b421c3f092210a44'
  for (const password of ['correct horse battery', 'слово за слово', 'رودخانه آبی صبح', random, random.repeat(8)])
    assert.equal(await verdict(password), 'taken', password)
})
