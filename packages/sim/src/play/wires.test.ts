import { describe, expect, it } from 'vitest'
import { sensorKinds } from '@csii/codecs'
import { INSTALLATIONS } from '../sensors.ts'
import { exerciseSources, exerciseWires, findExercisePorts } from './wires.ts'

const ports = Object.fromEntries(INSTALLATIONS.map(({ id }, i) => [id, 4000 + i]))

describe('the wires of the exercise', () => {
  it('have two ends that fit each other', () => {
    const ends = { udp: 'udp', tcp: 'tcp-listen', 'tcp-listen': 'tcp' } as const
    const players = exerciseWires(ports)
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
      expect(source).toMatchObject({ simulated: true, title: expect.stringContaining('(exercise)') })
      expect(sensorKinds.map(({ id }) => id)).toContain(source.kind)
      expect(source.id).toMatch(/^sim-/)
      expect(source.nation).toMatch(/^[A-Z]{3}$/)
    }
  })

  it('stay on this machine', () => {
    for (const { url } of exerciseSources(ports)) expect(new URL(url).hostname).toBe('127.0.0.1')
  })

  it('need a port for each sensor', () => {
    expect(() => exerciseSources({ kingstown: 1 })).toThrow('no port for its sensor castries')
  })

  it('get free ports, all different', async () => {
    const found = Object.values(await findExercisePorts())
    expect(found).toHaveLength(INSTALLATIONS.length)
    expect(new Set(found).size).toBe(found.length)
    for (const port of found) expect(port).toBeGreaterThan(1023)
  })
})
