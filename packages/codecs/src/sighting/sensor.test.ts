import { DECODE_PROBLEMS, type Plot, type SensorOptions, type SensorSink } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { createSharedMemory } from '../shared-memory.ts'
import { utf8Bytes } from '../utf8.ts'
import { SEED_REPORTS, seeds } from './fixtures/seeds.ts'
import { MOST_A_SECOND, sighting } from './sensor.ts'

const NOON = Date.UTC(2026, 10, 24, 12, 0)

function reading(options: SensorOptions = {}) {
  const plots: Plot[] = []
  const problems: string[] = []
  const sink: SensorSink = {
    plot: (plot) => void plots.push(plot),
    statement() {},
    measurement() {},
    problem: (problem) => void problems.push(problem),
  }
  const site = { sensorId: 'sms', simulated: false, position: { lat: 13.1, lon: -61.2 }, options }
  const reader = sighting.open(site, createSharedMemory({ capacity: 8 }))
  const read = (text: string, datagram = false) => reader.read(utf8Bytes(text), NOON, sink, datagram)
  return { plots, problems, reader, read, sink }
}

describe('a source of sightings', () => {
  it('makes a plot of each line, with what was said as a claim', () => {
    const { plots, read } = reading()
    read('SIGHT 1305N 06115W 3 POB white GOFAST 270 35KT 0210Z 2 engines dumping bales\n')
    expect(plots).toMatchObject([
      {
        sensorId: 'sms', time: Date.UTC(2026, 10, 24, 2, 10), receivedAt: NOON, simulated: false, courseDeg: 270,
        position: { lat: expect.closeTo(13 + 5 / 60, 6), lon: -61.25 },
        claim: { station: 'unknown', peopleOnBoard: 3, description: 'go-fast, white, 2 engines, DUMPING BALES' },
      },
    ])
    expect(plots[0]).not.toHaveProperty('sensorTrack')
  })

  it('reads no more reports in a second than people can send, counts the others, and goes on in the next', () => {
    const { plots, reader, read, sink } = reading()
    read('SIGHT 1305N 06115W\n'.repeat(MOST_A_SECOND + 5))
    expect(plots).toHaveLength(MOST_A_SECOND)
    expect(reader.counts()).toMatchObject({ received: MOST_A_SECOND + 5, decoded: MOST_A_SECOND, problems: { overflow: 5 } })
    reader.read(utf8Bytes('SIGHT 1305N 06115W\n'), NOON + 1000, sink)
    expect(plots).toHaveLength(MOST_A_SECOND + 1)
  })

  it('takes the time that it came for one that nobody said', () => {
    const { plots, read } = reading()
    read('SIGHT 1305N 06115W\n')
    expect(plots).toMatchObject([{ time: NOON, claim: { station: 'unknown' } }])
  })

  it('knows the places and the time zone that the technician wrote down', () => {
    const { plots, read } = reading({ places: 'Bequia 13.01 -61.24; Union Island 12.6 -61.43', zone: -4 })
    read('AVISTADO VELERO CERCA DE UNION ISLAND A LAS 07:30\n')
    expect(plots).toMatchObject([{
      position: { lat: 12.6, lon: -61.43 }, time: Date.UTC(2026, 10, 24, 11, 30), claim: { shipType: 36 },
    }])
  })

  it('measures from where its own site is when the reporter says "me"', () => {
    const { plots, read } = reading()
    read('SIGHT 1NM NORTH OF ME YACHT', true)
    expect(plots).toMatchObject([{ position: { lat: expect.closeTo(13.1 + 1 / 60, 3) } }])
  })

  it('takes a form as a line of JSON', () => {
    const { plots, read } = reading()
    read('{"id":"a1","position":{"lat":13.08,"lon":-61.25},"vesselKind":"person","emergency":"man-overboard"}\n')
    expect(plots).toMatchObject([{ claim: { uid: 'a1', station: 'person', emergency: 'man-overboard' } }])
  })

  it('reads a report that comes in pieces', () => {
    const { plots, read } = reading()
    for (const character of 'SIGHT 1305N 06115W nombre Niña\n') read(character)
    expect(plots).toMatchObject([{ claim: { name: 'NINA' } }])
  })

  it.each([
    ['hello', 'framing'],
    ['SIGHT GOFAST', 'length'],
    ['SIGHT 9905N 06115W', 'value'],
    ['SIGHT 5NM N OF NOWHERE', 'value'],
    ['{"position":', 'framing'],
    ['{}', 'length'],
    [`SIGHT ${'x'.repeat(500)}`, 'overflow'],
    [`SIGHT ${'x'.repeat(5000)}`, 'overflow'],
  ])('counts what it refuses: %s', (text, problem) => {
    const { problems, reader, read } = reading()
    read(`${text}\n`)
    expect(problems).toEqual([problem])
    expect(reader.counts()).toMatchObject({ received: 1, decoded: 0, problems: { [problem]: 1 } })
  })

  it('refuses a line that is no text', () => {
    const { problems, reader, sink } = reading()
    reader.read(Uint8Array.of(0x53, 0xff, 10), NOON, sink)
    expect(problems).toEqual(['framing'])
  })

  it('lets blank lines be', () => {
    const { reader, read } = reading()
    read(' \r\n\t\n\n')
    expect(reader.counts().received).toBe(0)
  })

  it('understands each of its sample reports, or knows why not', () => {
    const { plots, reader, sink } = reading({ places: 'Bequia 13.01 -61.24' })
    for (const seed of seeds) reader.read(seed, NOON, sink, true)
    expect(plots).toHaveLength(SEED_REPORTS.length + 3)
  })

  it('accounts for every line of a cut or changed report', () => {
    const { reader, sink } = reading()
    for (const seed of seeds) {
      for (let end = 0; end <= seed.length; end++) {
        const changed = seed.slice(0, end)
        if (end > 0) changed[end - 1]! ^= 1 << end % 8
        reader.read(changed, NOON, sink, true)
      }
    }
    const { received, decoded, problems } = reader.counts()
    expect(received).toBe(decoded + DECODE_PROBLEMS.reduce((sum, problem) => sum + problems[problem], 0))
  })
})

describe('an option of a source of sightings', () => {
  const [places, zone] = sighting.options ?? []

  it('is a list of places', () => {
    expect(places!.fault('Bequia 13.01 -61.24; Union Island 12.6,-61.43;')).toBeUndefined()
    for (const wrong of [
      'Bequia', 'Bequia 13.01', 'Bequia 99 -61', '13 -61', 'Bequia 13 -61, Union 12 -61',
    ]) expect(places!.fault(wrong)).toBeDefined()
  })

  it('is a time zone', () => {
    expect([zone!.fault(-4), zone!.fault(5.5)]).toEqual([undefined, undefined])
    expect([zone!.fault(25), zone!.fault('AST')]).toEqual(['is no time zone', 'is no time zone'])
  })
})
