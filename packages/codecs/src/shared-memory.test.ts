import { describe, expect, it } from 'vitest'
import { bytesOf } from './nmea/fixtures/reading.ts'
import { createSharedMemory } from './shared-memory.ts'

function memory(options?: Parameters<typeof createSharedMemory>[0]) {
  const shared = createSharedMemory(options)
  return (message: string, at: number): boolean => {
    const bytes = bytesOf(`--${message}--`)
    return shared.heardBefore(bytes, 2, 2 + message.length, at)
  }
}

describe('what the receivers of one kind have heard', () => {
  it('is heard before when the same bytes come again within ten seconds', () => {
    const heard = memory()
    expect(heard('15M67FC000G', 0)).toBe(false)
    expect(heard('15M67FC000G', 9999)).toBe(true)
  })

  it('is news again after ten seconds, however often it was repeated meanwhile', () => {
    const heard = memory()
    heard('15M67FC000G', 0)
    for (let at = 1000; at < 10_000; at += 1000) expect(heard('15M67FC000G', at)).toBe(true)
    expect(heard('15M67FC000G', 10_000)).toBe(false)
    expect(heard('15M67FC000G', 19_000)).toBe(true)
  })

  it('tells messages apart by one bit and by their length', () => {
    const heard = memory()
    expect(['0', '1', '00', '01', '10', ''].map((message) => heard(message, 0))).not.toContain(true)
  })

  it('never confuses a hundred thousand messages', () => {
    const heard = memory({ capacity: 131_072 })
    for (let i = 0; i < 100_000; i++) expect(heard(`1${i}`, 0)).toBe(false)
    for (let i = 0; i < 100_000; i += 997) expect(heard(`1${i}`, 1)).toBe(true)
  })

  it('forgets the oldest first when there is more than it holds', () => {
    const heard = memory({ capacity: 64 })
    for (let i = 0; i < 1000; i++) heard(`message ${i}`, i)
    expect(heard('message 999', 1000)).toBe(true)
    expect(heard('message 1', 1000)).toBe(false)
  })

  it('goes on when the clock is set back', () => {
    const heard = memory()
    heard('15M67FC000G', 1_000_000)
    expect(heard('15M67FC000G', 0)).toBe(false)
    expect(heard('15M67FC000G', 1)).toBe(true)
  })
})
