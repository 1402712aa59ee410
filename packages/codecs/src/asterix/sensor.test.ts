import { describe, expect, it } from 'vitest'
import { encodeAsterix } from './encode.ts'
import { KINGSTOWN, NOON, NOON_SECONDS, plotsOf, startHearing } from './fixtures/heard.ts'
import { asterix, asterixKind } from './sensor.ts'

const SHARED = { heardBefore: () => false }
const PLOT = {
  'I048/020': { TYP: 1, SIM: 0, RDP: 0, SPI: 0, RAB: 0 }, 'I048/040': { RHO: 10, THETA: 90 }, 'I048/140': NOON_SECONDS - 2,
}
const bytes = encodeAsterix([{ cat: 48, items: PLOT }, { cat: 34, items: { 'I034/000': 1 } }])
const open = () => asterix.open({ sensorId: 'radar', simulated: false, position: KINGSTOWN }, SHARED)

describe('a coastal radar', () => {
  it('makes a plot of what it sees, dated by its own clock, with an ellipse and without an identity', () => {
    const [plot] = plotsOf(48, PLOT)
    expect(plot).toMatchObject({ sensorId: 'radar', time: NOON - 2000, receivedAt: NOON, simulated: false })
    expect(plot).not.toHaveProperty('claim')
    expect(plot!.position.lat).toBeCloseTo(13.1, 3)
    expect(plot!.position.lon).toBeCloseTo(-61.2 + 18_520 / 108_400, 3)
    expect(Math.sqrt(plot!.covariance.ee)).toBeCloseTo(160, -1)
    expect(Math.sqrt(plot!.covariance.nn)).toBeCloseTo(18_520 * ((0.36 * Math.PI) / 180), -1)
  })

  it('makes none while nobody has said where it stands', () => {
    const { plots, sink } = startHearing()
    const reader = asterix.open({ sensorId: 'radar', simulated: false }, SHARED)
    reader.read(bytes, NOON, sink, true)
    expect(plots).toEqual([])
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 2 })
  })

  it('makes simulated plots in an exercise, and of targets that it says are simulated', () => {
    expect(plotsOf(48, PLOT, NOON, { simulated: true })[0]?.simulated).toBe(true)
    expect(plotsOf(48, { ...PLOT, 'I048/020': { ...PLOT['I048/020'], SIM: 1 } })[0]?.simulated).toBe(true)
  })

  it('counts the records of a stream however it is cut', () => {
    const { plots, sink } = startHearing()
    const reader = open()
    for (const byte of bytes) reader.read(Uint8Array.of(byte), NOON, sink)
    expect(plots).toHaveLength(1)
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 2, duplicates: 0, pending: 0 })
  })

  it('counts what it could not read once for each block, and shows it', () => {
    const { plots, problems, sink } = startHearing()
    const reader = open()
    const cut = bytes.slice(0, 8)
    const strange = Uint8Array.of(250, 0, 4, 1)
    reader.read(cut, NOON, sink, true)
    reader.read(strange, NOON, sink, true)
    reader.read(Uint8Array.of(48, 0, 0, 0), NOON, sink, true)
    expect([plots, problems]).toEqual([[], ['length', 'unsupported', 'framing']])
    expect(reader.counts()).toMatchObject({ received: 3, decoded: 0, problems: { length: 1, unsupported: 1, framing: 1 } })
  })

  it('settles the rest of a stream when that ends', () => {
    const { problems, sink } = startHearing()
    const reader = open()
    reader.read(bytes.slice(0, 8), NOON, sink)
    reader.tick(NOON + 60_000, sink)
    expect(problems).toEqual([])
    reader.end(NOON, sink)
    expect(problems).toEqual(['length'])
  })

  it('can speak an older edition', () => {
    const { plots, sink } = startHearing()
    const older = { 21: '0.26' }
    const items = { 'I021/130': { LAT: 11.25, LON: -61.875 }, 'I021/030': NOON_SECONDS }
    const reader = asterixKind({ editions: older }).open({ sensorId: 'adsb', simulated: false }, SHARED)
    reader.read(encodeAsterix([{ cat: 21, items }], older), NOON, sink, true)
    expect(plots).toMatchObject([{ time: NOON, position: { lat: 11.25, lon: -61.875 } }])
  })

  it('errs by as much as the technician says of it', () => {
    const items = { 'I048/020': { TYP: 1, SIM: 0, RDP: 0, SPI: 0, RAB: 0 }, 'I048/040': { RHO: 10, THETA: 0 } }
    const { plots, sink } = startHearing()
    const options = { rangeSigma: 25, azimuthSigmaDeg: 0.1 }
    asterix.open({ sensorId: 'radar', simulated: false, position: KINGSTOWN, options }, SHARED)
      .read(encodeAsterix([{ cat: 48, items }]), NOON, sink, true)
    const { ee, nn } = plots[0]!.covariance
    expect(Math.sqrt(nn)).toBeCloseTo(25, 0)
    expect(Math.sqrt(ee)).toBeCloseTo((18_520 * 0.1 * Math.PI) / 180, 0)
  })

  it('speaks the editions that the technician set', () => {
    const { plots, sink } = startHearing()
    const items = { 'I021/130': { LAT: 11.25, LON: -61.875 }, 'I021/030': NOON_SECONDS }
    const options = { editions: '021=0.26, 048=1.27' }
    const reader = asterix.open({ sensorId: 'adsb', simulated: false, options }, SHARED)
    reader.read(encodeAsterix([{ cat: 21, items }], { 21: '0.26' }), NOON, sink, true)
    expect(plots).toMatchObject([{ time: NOON, position: { lat: 11.25, lon: -61.875 } }])
  })

  it('has no edition that nobody wrote', () => {
    const [editions, rangeSigma] = asterix.options!
    expect(rangeSigma!.fault(25)).toBeUndefined()
    for (const none of [0, -1, 9000, 'wide']) expect(rangeSigma!.fault(none)).toContain('is no number above 0')
    expect(editions!.fault('021=0.26 048=1.27')).toBeUndefined()
    expect(editions!.fault('048=9.9')).toMatch(/^is not understood: Category 048 has no edition 9\.9 here\./)
    expect(editions!.fault(1.27)).toContain('written like 048=1.27')
    expect(() => asterix.open({ sensorId: 'a', simulated: false, options: { editions: 'x' } }, SHARED)).toThrow('not checked')
  })
})
