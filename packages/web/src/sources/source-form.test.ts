import type { SourceView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { AUTO, descriptionOf, EMPTY_FORM, exampleOf, formOf, schemeOf, type KindChoice } from './source-form.ts'

const OPTION = { choices: [], usual: 'the newest', write: 'editions: 048=1.27.' }
const KINDS: readonly KindChoice[] = [
  { id: 'ais', title: 'AIS', options: [] },
  { id: 'asterix', title: 'ASTERIX', options: [{ key: 'editions', form: 'text', ...OPTION }, { key: 'sigma', form: 'number', ...OPTION }] },
]
const RADAR: SourceView = {
  id: 'radar', title: 'Radar', kind: 'asterix', url: 'udp://0.0.0.0:8600', nation: 'VCT', simulated: false, origin: 'page', enabled: true,
  position: { lat: 13.01, lon: -61.23 }, antennaHeight: 120, options: { editions: '048=1.27', sigma: 30 },
  state: 'open', messagesPerSecond: 0, bytes: 0, dropped: 0, received: 0, decoded: 0, duplicates: 0, pending: 0, problems: {},
}

describe('the form of a source', () => {
  it('begins with nothing but that the format is to be recognised', () => {
    expect(descriptionOf({ ...EMPTY_FORM, url: ' tcp://192.0.2.1:1 ' }, KINDS)).toEqual({ url: 'tcp://192.0.2.1:1', kind: AUTO })
  })

  it('gives back what the source was, number for number', () => {
    const { title, kind, url, nation, position, antennaHeight, options } = RADAR
    expect(descriptionOf(formOf(RADAR), KINDS)).toEqual({ title, kind, url, nation, position, antennaHeight, options })
  })

  it('tells of an option only where the kind has it and somebody set it', () => {
    const form = { ...formOf(RADAR), options: { editions: ' ', sigma: '5', columns: 'lat' } }
    expect(descriptionOf(form, KINDS).options).toEqual({ sigma: 5 })
    expect(descriptionOf({ ...form, kind: 'ais' }, KINDS)).not.toHaveProperty('options')
  })

  it('tells of a position only when it is whole', () => {
    expect(descriptionOf({ ...EMPTY_FORM, lat: '13' }, KINDS)).not.toHaveProperty('position')
    expect(descriptionOf({ ...EMPTY_FORM, lat: '0', lon: '0' }, KINDS).position).toEqual({ lat: 0, lon: 0 })
  })

  it('takes a nation in small letters, and an exercise for one', () => {
    expect(descriptionOf({ ...EMPTY_FORM, nation: 'vct', simulated: true }, KINDS)).toMatchObject({ nation: 'VCT', simulated: true })
  })
})

describe('an address', () => {
  it('says by which way it comes in, as soon as that is typed', () => {
    expect(['tcp://x', ' UDP://x', 'tcp-listen:', 'serial:/dev/ttyUSB0', 'tc', ''].map(schemeOf)).toEqual(['tcp:', 'udp:', 'tcp-listen:', 'serial:', '', ''])
  })

  it('begins as the form of its way in', () => {
    expect(exampleOf('udp://0.0.0.0:10110, or udp://239.192.0.4:60004')).toBe('udp://0.0.0.0:10110')
  })
})
