import { HEALTH_REASONS } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../text/catalogue.ts'
import { loadCatalogue } from '../text/load-catalogue.ts'
import type { Text } from '../text/use-text.tsx'
import { reasonInWords } from './health-words.ts'

const NUMBERS = { silent: 4000, normal: 360, refused: 25, heard: 1, usual: 40, delay: 300, offset: 7 }

describe.each(LOCALES)('the reason of a sensor in %s', (locale) => {
  it('is a whole sentence with its numbers in it, whatever the reason', async () => {
    const catalogue = await loadCatalogue(locale)
    const text: Text = (id, values) =>
      catalogue[id].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values?.[name]))
    for (const reason of HEALTH_REASONS) {
      const words = reasonInWords({ reason, numbers: NUMBERS }, text)
      expect(words, reason).toMatch(/^\p{Lu}.*\.$/u)
      expect(words, reason).not.toMatch(/undefined|\{/)
    }
  })
})

describe('the reason of a silent sensor', () => {
  const named: Text = (id, values) => `${id} ${JSON.stringify(values)}`

  it('says what is normal, in the largest unit that says something', () => {
    expect(reasonInWords({ reason: 'silent', numbers: { silent: 9000, normal: 3900 } }, named)).toContain(
      '"normal":"1 h 05"',
    )
  })

  it('does not speak of an interval that nobody knows', () => {
    expect(reasonInWords({ reason: 'silent', numbers: { silent: 9000 } }, named)).toContain('health.reason.never-heard')
  })
})
