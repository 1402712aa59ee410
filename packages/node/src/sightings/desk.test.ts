import { describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { createDesk, type Desk } from './desk.ts'

const source = (more: Partial<SourceConfig> = {}): SourceConfig => ({
  id: 'hill', title: 'Hill', kind: 'ais', url: 'tcp://192.0.2.1:1', nation: 'VCT', simulated: false, ...more,
})

/** Opens one of its sources as the node does; gives what comes, and the end of it. */
function opened({ transports }: Desk, { url }: SourceConfig, room = true) {
  const taken: string[] = []
  const transport = transports.get('desk:')!.open(new URL(url), {
    opened: () => void taken.push('opened'),
    bytes(bytes, datagram) {
      taken.push(`${Buffer.from(bytes)} ${datagram}`)
      return room
    },
    ended() {},
    closed() {},
  })
  return { taken, transport }
}

describe('the desk of a node', () => {
  it('has a source for live reports, and one for those of an exercise where there is one', () => {
    expect(createDesk('VCT', [source()]).atStart).toMatchObject([{ id: 'desk.reports', kind: 'sighting', simulated: false, nation: 'VCT' }])
    expect(createDesk('VCT', [source({ simulated: true })]).atStart.map(({ id, simulated }) => [id, simulated])).toEqual([
      ['desk.reports', false], ['desk.exercise', true],
    ])
  })

  it('files a report in the source that it belongs to, as one message', () => {
    const desk = createDesk('VCT', [])
    const live = opened(desk, desk.sourceOf(false))
    const exercise = opened(desk, desk.sourceOf(true))
    expect([desk.put('é', false), desk.put('b', true)]).toEqual([true, true])
    expect([live.taken, exercise.taken]).toEqual([['opened', 'é true'], ['opened', 'b true']])
  })

  it('says so when a report is not taken: the source is not open, closed again, or has no room', async () => {
    const desk = createDesk('VCT', [])
    expect(desk.put('a', false)).toBe(false)
    const { taken, transport } = opened(desk, desk.sourceOf(false), false)
    expect(desk.put('b', false)).toBe(false)
    await transport.close()
    expect(desk.put('c', false)).toBe(false)
    expect(taken).toEqual(['opened', 'b true'])
  })

  it('knows the places and the local time that other sources of sightings were told', () => {
    const line = source({ kind: 'sighting', options: { places: 'Bequia 13.01 -61.24', zone: -4 } })
    const desk = createDesk('VCT', [line, source({ kind: 'sighting', options: { places: 'Layou 13.2 -61.27' } }), source({ options: { zone: 3 } })])
    expect(desk.places.map(({ name }) => name)).toEqual(['Bequia', 'Layou'])
    expect(desk.zone).toBe(-4)
    expect(desk.sourceOf(true).options).toEqual({ places: 'Bequia 13.01 -61.24; Layou 13.2 -61.27', zone: -4 })
    expect(createDesk('VCT', []).sourceOf(false)).not.toHaveProperty('options')
  })
})
