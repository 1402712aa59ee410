import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineAssembler } from './line-assembler.ts'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const text = (part: Uint8Array | undefined) => Buffer.from(part ?? []).toString('latin1')

describe('the lines of one connection', () => {
  it('come out whole, wherever they were cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{0,20}$/)), fc.array(fc.nat(60)), (lines, cuts) => {
        const all = lines.map((line) => `${line}\n`).join('')
        const assembler = new LineAssembler()
        let out = ''
        let at = 0
        for (const cut of [...cuts, all.length]) {
          const part = text(assembler.add(bytes(all.slice(at, at + cut))))
          expect(part === '' || part.endsWith('\n')).toBe(true)
          out += part
          at += cut
        }
        expect(out).toBe(all)
      }),
    )
  })

  it('are passed on unfinished when they grow beyond all measure', () => {
    const assembler = new LineAssembler()
    expect(assembler.add(bytes('x'.repeat(4000)))).toBeUndefined()
    expect(text(assembler.add(bytes('x'.repeat(200))))).toHaveLength(4200)
  })

  it('end with the connection', () => {
    const assembler = new LineAssembler()
    assembler.add(bytes('half'))
    expect(text(assembler.end())).toBe('half\n')
    expect(assembler.end()).toBeUndefined()
  })
})
