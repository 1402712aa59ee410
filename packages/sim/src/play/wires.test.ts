import { describe, expect, it } from 'vitest'
import { RECEIVERS } from '../caribbean/receivers.ts'
import { exerciseReceivers, exerciseSources, findExercisePorts } from './wires.ts'

const ports = Object.fromEntries(RECEIVERS.map(({ id }, i) => [id, 4000 + i]))

describe('the wires of the exercise', () => {
  it('have two ends that fit each other', () => {
    const ends = { udp: 'udp', tcp: 'tcp-listen', 'tcp-listen': 'tcp' } as const
    const players = exerciseReceivers(ports)
    exerciseSources(ports).forEach((source, i) => {
      const [scheme, address] = source.url.split('://') as [keyof typeof ends, string] // As the table above has them.
      expect(players[i]).toEqual({ id: source.id.replace('sim-', ''), url: `${ends[scheme]}://${address}` })
    })
  })

  it('are of every sort that a node can have: datagrams, and TCP from either side', () => {
    const schemes = exerciseSources(ports).map(({ url }) => url.split(':')[0])
    expect(new Set(schemes)).toEqual(new Set(['udp', 'tcp', 'tcp-listen']))
  })

  it('are known to be simulated, and whose they are', () => {
    for (const source of exerciseSources(ports)) {
      expect(source).toMatchObject({ simulated: true, kind: 'ais' })
      expect(source.id).toMatch(/^sim-/)
      expect(source.nation).toMatch(/^[A-Z]{3}$/)
    }
  })

  it('stay on this machine', () => {
    for (const { url } of exerciseSources(ports)) expect(new URL(url).hostname).toBe('127.0.0.1')
  })

  it('need a port for each receiver', () => {
    expect(() => exerciseSources({ kingstown: 1 })).toThrow('no port for its receiver castries')
  })

  it('get free ports, all different', async () => {
    const found = Object.values(await findExercisePorts())
    expect(found).toHaveLength(RECEIVERS.length)
    expect(new Set(found).size).toBe(found.length)
    for (const port of found) expect(port).toBeGreaterThan(1023)
  })
})
