import { describe, expect, it } from 'vitest'
import { onPlane } from './flat-sea.ts'
import { plotOf, type FusePlot } from './scenario-plot.ts'

const sensors = new Map([['R1', { s: 'R1', x: 1000, y: 2000, rmax: 30_000, T: 3 }]])
const report = (more: Partial<FusePlot> = {}) =>
  plotOf({ p: 1, t: 10, ta: 12.5, s: 'AIS', x: 300, y: -400, sp: 10, ...more }, sensors)
const echo = (more: Partial<FusePlot> = {}) =>
  plotOf({ p: 1, t: 10, ta: 10.1, s: 'R1', r: 5000, b: 90, sr: 30, sb: 0.3, ...more }, sensors)

describe('a report of a scenario', () => {
  it('is a plot with its times in milliseconds and its place on the sea', () => {
    const { sensorId, time, receivedAt, simulated, position, covariance } = report()
    expect({ sensorId, time, receivedAt, simulated }).toEqual({
      sensorId: 'AIS', time: 10_000, receivedAt: 12_500, simulated: true,
    })
    expect(onPlane(position)).toEqual({ x: expect.closeTo(300, 6), y: expect.closeTo(-400, 6) })
    expect(covariance).toEqual({ ee: 100, en: 0, nn: 100 })
  })

  it('states only what the line does', () => {
    const plot = report()
    for (const field of ['speed', 'courseDeg', 'altitude', 'claim', 'polar']) expect(plot).not.toHaveProperty(field)
    expect(report({ alt: null })).not.toHaveProperty('altitude')
    expect(report({ v: 0, c: 0, alt: 0 })).toMatchObject({ speed: 0, courseDeg: 0, altitude: 0 })
  })

  it.each([
    ['an MMSI', '377000001', undefined, { mmsi: 377_000_001, station: 'class-a' }],
    ['an MMSI of class B', '377000001', 'B', { mmsi: 377_000_001, station: 'class-b' }],
    ['an address of an aircraft', 'icao0ca001', undefined, { icaoAddress: 0x0c_a0_01, station: 'aircraft' }],
    ['any other name', 'VCT 12', undefined, { uid: 'VCT 12' }],
    ['a number too short for an MMSI', '12345678', undefined, { uid: '12345678' }],
  ])('states %s', (_what, id, cl, claim) => {
    expect(report({ id, ...(cl !== undefined && { cl }) }).claim).toEqual(claim)
  })
})

describe('an echo of a scenario', () => {
  it('lies where the radar shows it, from where the radar stands', () => {
    const { position, polar, claim } = echo()
    expect(onPlane(position)).toEqual({ x: expect.closeTo(6000, 6), y: expect.closeTo(2000, 6) })
    expect(polar).toMatchObject({ range: 5000, bearingDeg: 90, rangeSigma: 30, bearingSigmaDeg: 0.3 })
    expect(onPlane(polar!.from)).toEqual({ x: expect.closeTo(1000, 6), y: expect.closeTo(2000, 6) })
    expect(claim).toBeUndefined()
  })

  it('is as sure along its bearing as the radar’s range is, and across as its bearing is', () => {
    // To the east: 30 m along, 0.3 degrees of 5 km across.
    const { covariance: { ee, en, nn } } = echo()
    expect(Math.sqrt(ee)).toBeCloseTo(30, 9)
    expect(Math.sqrt(nn)).toBeCloseTo(26.18, 2)
    expect(en).toBeCloseTo(0, 9)
    const north = echo({ b: 0 }).covariance
    expect(Math.sqrt(north.nn)).toBeCloseTo(30, 9)
    const between = echo({ b: 45 }).covariance
    expect(between.ee + between.nn).toBeCloseTo(ee + nn, 6)
    expect(between.en).toBeCloseTo((ee - nn) / 2, 6)
  })

  it('lies about the middle where nobody has said where its radar stands', () => {
    expect(onPlane(echo({ s: 'R9' }).position)).toEqual({ x: expect.closeTo(5000, 6), y: expect.closeTo(0, 6) })
  })
})
