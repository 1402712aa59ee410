import { describe, expect, it } from 'vitest'
import { Compile } from 'typebox/compile'
import { PreviewLine } from './preview-line.ts'
import { Problem } from './problem.ts'
import { NewSource } from './source-description.ts'
import { SOURCE_STATES, SourceView } from './source-view.ts'
import { TrackView } from './track-view.ts'

const problem = { type: 'urn:csii:problem:NOT_FOUND', title: 'Nothing is at this address', status: 404, detail: 'Ask elsewhere.', code: 'NOT_FOUND' }
const source = {
  id: 'kingstown', title: 'Kingstown', kind: 'ais', url: 'serial:/dev/ttyUSB0', nation: 'VCT', simulated: false, state: 'open',
  origin: 'page', enabled: true, messagesPerSecond: 1.5, bytes: 100, dropped: 0, received: 3, decoded: 2, duplicates: 0, pending: 0, problems: { checksum: 1 },
}
const track = {
  id: 'T-1', simulated: false, heardAt: 1, station: 'class-b', means: 'ais', conflicting: false, distress: false, test: false, sensors: 1,
}

describe('a track as a reader gets it', () => {
  const schema = Compile(TrackView)

  it('may be without a place, while nobody has said where it is', () => {
    expect(schema.Check(track)).toBe(true)
  })

  it.each([
    ['says nothing of being simulated', { simulated: undefined }],
    ['is beyond a pole', { fix: { time: 1, lat: 90.5, lon: 0, sigma: 5 } }],
    ['has a place without an error', { fix: { time: 1, lat: 13, lon: -61 } }],
    ['is heard by fewer than no sensors', { sensors: -1 }],
  ])('is none when it %s', (_what, change) => {
    expect(schema.Check({ ...track, ...change })).toBe(false)
  })
})

describe('a source as the technician gets it', () => {
  const schema = Compile(SourceView)

  it.each(SOURCE_STATES)('may be %s', (state) => {
    expect(schema.Check({ ...source, state })).toBe(true)
  })

  it('is in none but these states', () => {
    expect(schema.Check({ ...source, state: 'fine' })).toBe(false)
  })

  it('counts whole sentences', () => {
    expect(schema.Check({ ...source, decoded: 1.5 })).toBe(false)
    expect(schema.Check({ ...source, problems: { checksum: 0.5 } })).toBe(false)
  })
})

describe('a source as a person describes it', () => {
  const schema = Compile(NewSource)
  const described = { url: 'tcp://192.0.2.1:1', options: { editions: '048=1.27', sigma: 30 } }

  it('needs nothing but its address', () => {
    expect(schema.Check({ url: 'tcp://192.0.2.1:1' })).toBe(true)
    expect(schema.Check(described)).toBe(true)
  })

  it.each([
    ['without an address', { url: undefined }],
    ['with what no source has', { colour: 'blue' }],
    ['with an address without end', { url: 'x'.repeat(1001) }],
    ['with a title without end', { title: 'x'.repeat(101) }],
    ['with an option that is no value', { options: { editions: ['048'] } }],
    ['with options without end', { options: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`o${n}`, 1])) }],
  ])('is none %s', (_what, change) => {
    expect(schema.Check({ ...described, ...change })).toBe(false)
  })
})

describe('a line of a preview', () => {
  const schema = Compile(PreviewLine)

  it.each([
    { state: 'waiting', detail: 'No answer' },
    { kind: 'ais' },
    { plot: { time: 1, position: { lat: 13, lon: -61 }, sigma: 10, claim: { mmsi: 377_000_001 } } },
    { statement: { time: 1, claim: { name: 'ADMIRAL BAY' } } },
    { measurement: { time: 1, asset: 'boat', path: 'propulsion.port.runTime', value: 3600 } },
    { problem: 'unrecognised', text: 'GET /' },
  ])('may be %j', (line) => expect(schema.Check(line)).toBe(true))

  it('is none when it says nothing', () => {
    expect(schema.Check({})).toBe(false)
    expect(schema.Check({ plot: { time: 1 } })).toBe(false)
  })
})

describe('a refusal', () => {
  const schema = Compile(Problem)

  it('carries a code for programs and a sentence for people', () => {
    expect(schema.Check(problem)).toBe(true)
    expect(schema.Check({ ...problem, code: undefined })).toBe(false)
    expect(schema.Check({ ...problem, detail: undefined })).toBe(false)
  })

  it('never has the status of a success', () => {
    expect(schema.Check({ ...problem, status: 200 })).toBe(false)
  })
})
