import { describe, expect, it } from 'vitest'
import { firstLines } from './first-lines.ts'
import { latin1, utf8 } from './fixtures/bytes.ts'

describe('the first lines of an input', () => {
  it('are those that are not blank', () => {
    expect(firstLines(utf8('\ufeff\r\nFlota\r\n \r\nAño,Día\r\n'))).toEqual(['Flota', 'Año,Día'])
    expect(firstLines(latin1(''))).toEqual([])
  })

  it('are no more than a look needs', () => {
    expect(firstLines(latin1('a\n'.repeat(100)))).toHaveLength(20)
    expect(firstLines(latin1('a'.repeat(10_000)))[0]).toHaveLength(4096)
  })
})
