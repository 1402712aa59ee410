import { describe, expect, it } from 'vitest'
import { recogniseFormat } from './recognise.ts'
import { sensorKinds } from './registry.ts'

const seedsOf = async (id: string): Promise<readonly Uint8Array[]> => {
  const { seeds }: { seeds: readonly Uint8Array[] } = await import(`./${id}/fixtures/seeds.ts`)
  return seeds
}

describe.each(sensorKinds.map(({ id }) => id))('%s', (id) => {
  it('is recognised by most of what it sends, and never taken for another kind', async () => {
    const seeds = await seedsOf(id)
    const recognised = seeds.map((bytes) => recogniseFormat(bytes))
    const others = recognised.flatMap((found, index) =>
      found === undefined || found === id ? [] : [`${found}: ${Buffer.from(seeds[index]!.subarray(0, 80)).toString('latin1')}`])
    expect(others).toEqual([])
    expect(recognised.filter((found) => found === id).length).toBeGreaterThan(seeds.length / 3)
  })
})

describe('a format', () => {
  it('is unknown when no kind of sensor speaks so', () => {
    for (const bytes of ['', 'GET / HTTP/1.1\r\n', '\0\0\0\0', '{}', 'lat,lon\n1,2\n', '<html></html>']) {
      expect(recogniseFormat(Buffer.from(bytes))).toBeUndefined()
    }
  })
})
