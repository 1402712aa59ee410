import { describe, expect, it } from 'vitest'
import { onPlane } from './flat-sea.ts'
import { plotOf, type FusePlot } from './scenario-plot.ts'

const sensors = new Map([['R1', { s: 'R1', x: 1000, y: 2000, rmax: 30_000, T: 3 }]])
const report = (more: Partial<FusePlot>) => plotOf({ p: 1, t: 10, ta: 12, s: 'AIS', k: 'ais', x: 300, y: 400, sp: 10, ...more }, sensors)

describe('a plot of a scenario', () => {
  it('is of when it says, and came when it says, and is simulated', () => {
    expect(report({})).toMatchObject({ sensorId: 'AIS', time: 10_000, receivedAt: 12_000, simulated: true })
  })

  it('has the place, error, speed and course of a report', () => {
    const { position, covariance, speed, courseDeg } = report({ v: 7, c: 45 })
    const { x, y } = onPlane(position)
    expect([x, y]).toEqual([expect.closeTo(300, 6), expect.closeTo(400, 6)])
    expect({ covariance, speed, courseDeg }).toEqual({ covariance: { ee: 100, en: 0, nn: 100 }, speed: 7, courseDeg: 45 })
  })

  it('states an MMSI and its class, an aircraft address, or any other name', () => {
    expect(report({ id: '377000001', cl: 'B' }).claim).toEqual({ mmsi: 377_000_001, station: 'class-b' })
    expect(report({ id: '377000001' }).claim).toEqual({ mmsi: 377_000_001, station: 'class-a' })
    expect(report({ id: 'icao4840d6' }).claim).toEqual({ icaoAddress: 0x4840d6, station: 'aircraft' })
    expect(report({ id: 'BOAT 7' }).claim).toEqual({ uid: 'BOAT 7' })
    expect(report({}).claim).toBeUndefined()
  })

  it('lies where the radar measured it from its own place, with the error of range along the beam and of bearing across', () => {
    const plot = plotOf({ p: 2, t: 0, ta: 0, s: 'R1', k: 'radar', r: 10_000, b: 90, sr: 20, sb: 0.5 }, sensors)
    const { x, y } = onPlane(plot.position)
    expect([x, y]).toEqual([expect.closeTo(11_000, 6), expect.closeTo(2000, 6)])
    expect(Math.sqrt(plot.covariance.ee)).toBeCloseTo(20, 6)
    expect(Math.sqrt(plot.covariance.nn)).toBeCloseTo(10_000 * (0.5 * Math.PI) / 180, 6)
    expect(plot.polar).toMatchObject({ range: 10_000, bearingDeg: 90, rangeSigma: 20, bearingSigmaDeg: 0.5 })
    expect(plot.claim).toBeUndefined()
  })
})
