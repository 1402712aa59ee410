import { describe, expect, it } from 'vitest'
import { idFrom } from './source-id.ts'

describe('the id of a source', () => {
  it.each([
    ['AIS receiver, Kingstown', 'ais-receiver-kingstown'],
    ['Radar de l’Île-à-Vache', 'radar-de-l-ile-a-vache'],
    ['¡¿!', 'source'],
    ['雷达', 'source'],
    ['-- a --', 'a'],
    ['x'.repeat(100), 'x'.repeat(40)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
  ])('is made of what people call it: %s', (title, id) => {
    expect(idFrom(title, [])).toBe(id)
  })

  it('is that of no other source', () => {
    expect(idFrom('Bequia', ['bequia', 'bequia-2'])).toBe('bequia-3')
  })
})
