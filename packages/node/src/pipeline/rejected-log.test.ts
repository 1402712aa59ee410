import { describe, expect, it } from 'vitest'
import { createRejectedLog } from './rejected-log.ts'

describe('the log of refused inputs', () => {
  it('is empty at first', () => {
    expect(createRejectedLog().newestFirst()).toEqual([])
  })

  it('keeps what was there when the memory is used again', () => {
    const log = createRejectedLog()
    const memory = Buffer.from('xxJUNKxx')
    log.add('framing', 5, memory, 2, 6)
    memory.fill(0)
    const junk = new Uint8Array(Buffer.from('JUNK'))
    expect(log.newestFirst()).toEqual([{ problem: 'framing', receivedAt: 5, bytes: junk }])
  })

  it('keeps the beginning of what is long', () => {
    const log = createRejectedLog()
    log.add('overflow', 5, new Uint8Array(5000), 0, 5000)
    expect(log.newestFirst()[0]?.bytes).toHaveLength(256)
  })
})
