import { describe, expect, it } from 'vitest'
import { Compile } from 'typebox/compile'
import { Problem } from './problem.ts'
import { SOURCE_STATES, SourceView } from './source-view.ts'
import { TrackView } from './track-view.ts'

const problem = { type: 'urn:csii:problem:NOT_FOUND', title: 'Nothing is at this address', status: 404, detail: 'Ask elsewhere.', code: 'NOT_FOUND' }
const source = {
  id: 'kingstown', title: 'Kingstown', kind: 'ais', url: 'serial:/dev/ttyUSB0', nation: 'VCT', simulated: false, state: 'open',
  messagesPerSecond: 1.5, bytes: 100, dropped: 0, received: 3, decoded: 2, duplicates: 0, pending: 0, problems: { checksum: 1 },
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
