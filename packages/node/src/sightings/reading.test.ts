import { COLOUR_NAMES, HOW_SEEN as CODEC_HOW_SEEN, sightingOf, VESSEL_KINDS as CODEC_KINDS } from '@csii/codecs'
import { COLOURS, HOW_SEEN, VESSEL_KINDS, type SightingReport } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { lineOf, understand } from './reading.ts'

const NOW = Date.UTC(2026, 10, 24, 12, 0)
const context = { receivedAt: NOW, places: [{ name: 'Bequia', position: { lat: 13.01, lon: -61.24 } }], zone: -4 }
const read = (report: SightingReport) => understand(report, context, false)
const refusedFor = (report: SightingReport) => {
  try {
    return { understood: read(report) }
  } catch (error) {
    return error
  }
}

describe('a report in words', () => {
  it('is understood, with how uncertain it is and what to answer', () => {
    const seen = read({ text: 'AVISTADO 1305N 06115W 3 PERSONAS LANCHA RAPIDA RUMBO 270 35 NUDOS XYZZY HACE 10 MIN' })
    expect(seen.understood).toMatchObject({
      language: 'es', howSeen: 'eye-from-boat', vesselKind: 'go-fast', peopleOnBoard: 3, courseDeg: 270, time: NOW - 600_000,
    })
    expect(seen.understood.speed).toBeCloseTo(18, 1)
    expect(seen.left).toEqual(['XYZZY'])
    expect(seen.answer).toMatch(/^Recibido: lancha rapida, 3 personas, rumbo 270, 35 nudos, 13-05\.0N 061-15\.0W/)
    expect(seen.trackable).toBe(true)
    // 1.57 km by eye and the run of a minute at 18 m/s along its course, times 2.448.
    expect(seen.ellipse.semiMajor).toBeGreaterThan(4400)
    expect(seen.ellipse.semiMinor).toBeLessThan(seen.ellipse.semiMajor)
    expect(seen.ellipse.orientationDeg).toBeCloseTo(90, 0)
  })

  it('is answered in the language that was asked for', () => {
    expect(read({ text: 'SIGHT 1305N 06115W', language: 'es' }).answer).toMatch(/^Recibido: 13-05/)
    expect(read({ text: 'SIGHT 1305N 06115W' }).answer).toMatch(/^Got: 13-05/)
  })

  it('cannot be followed by reckoning while its course or speed is unsaid', () => {
    expect(read({ text: 'SIGHT 1305N 06115W 270' }).trackable).toBe(false)
  })
})

describe('a report by its fields', () => {
  it('says its place in words or numbers, and never more than it was told', () => {
    const seen = read({ where: '5NM NW OF Bequia', vesselKind: 'panga', howSeen: 'eye-from-shore', description: 'low', name: '' })
    expect(seen.position.lat).toBeCloseTo(13.069, 2)
    expect(seen.understood).toEqual({ language: 'en', howSeen: 'eye-from-shore', vesselKind: 'panga', description: 'low' })
    expect(read({ position: { lat: 13.08, lon: -61.25, accuracy: 12 }, howSeen: 'phone' }).position).toEqual({ lat: 13.08, lon: -61.25 })
  })
})

describe('a report that is none', () => {
  it.each<[string, SightingReport, string, RegExp]>([
    ['means nothing', { text: 'hello' }, 'SIGHTING_UNCLEAR', /^Nothing.*Write coordinates/],
    ['does not say where', { text: 'SIGHT GOFAST' }, 'SIGHTING_NO_PLACE', /^It does not say where/],
    ['holds nothing', {}, 'SIGHTING_NO_PLACE', /^It does not say where/],
    ['names an unknown place', { text: 'SIGHT 5NM NW OF ATLANTIS' }, 'SIGHTING_UNKNOWN_PLACE', /not on the list/],
    ['lies beyond the pole', { where: '9505N 06115W' }, 'SIGHTING_IMPOSSIBLE_PLACE', /no such place/],
    ['is longer than three SMS', { text: `SIGHT 1305N 06115W ${'x'.repeat(459)}` }, 'SIGHTING_TOO_LONG', /459 characters/],
    ['holds more bytes than a line', { where: '1305N 06115W', description: '\u0001'.repeat(200) }, 'SIGHTING_TOO_LONG', /too long/],
    ['has an emergency that is none', { where: '1305N 06115W', emergency: 'boredom' }, 'SIGHTING_INVALID', /SightingReport/],
  ])('because it %s is refused with what to write', (_what, report, code, sentence) => {
    expect(refusedFor(report)).toMatchObject({ code, message: expect.stringMatching(sentence) })
  })
})

describe('the line of a report', () => {
  it('is read by the sensor as it was understood at the desk, and bears the id', () => {
    for (const report of [{ text: 'SIGHT 1305N 06115W GOFAST', exercise: true }, { where: 'near Bequia', speed: 5, language: 'es' }] as const) {
      const seen = sightingOf(JSON.parse(lineOf(report, 'VCT-REPORT-7')), context)
      expect(seen).toMatchObject({ ok: true, value: { uid: 'VCT-REPORT-7', position: read(report).position } })
    }
  })
})

describe('what the contract lets a report choose from', () => {
  it('is what the codec reads', () => {
    expect([...VESSEL_KINDS].toSorted()).toEqual(CODEC_KINDS.map(({ id }) => id).toSorted())
    expect(HOW_SEEN).toEqual(CODEC_HOW_SEEN)
    expect(COLOURS).toEqual(COLOUR_NAMES)
  })
})
