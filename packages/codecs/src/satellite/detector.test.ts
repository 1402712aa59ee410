import { describe, expect, it } from 'vitest'
import { DETECTORS, detectorNamed, usualCovariance } from './detector.ts'

describe('a detector', () => {
  it.each([
    ['sar_sentinel1', 'sar'],
    ['S1A_IW_GRDH_1SDV_20260301T095012', 'sar'],
    ['Sentinel-1', 'sar'],
    ['ICEYE-X2', 'sar'],
    ['SAR', 'sar'],
    ['eo_sentinel2', 'optical'],
    ['S2B_MSIL1C', 'optical'],
    ['eo_landsat_8_9', 'optical'],
    ['WorldView-3', 'optical'],
    ['Pléiades 1A', 'optical'],
    ['viirs', 'viirs'],
    ['SUOMI NPP', 'viirs'],
    ['Night lights', 'viirs'],
    ['RF', 'rf'],
    ['HawkEye 360', 'rf'],
    ['radio emission', 'rf'],
  ])('is known by the name %s', (words, detector) => {
    expect(detectorNamed(words)).toBe(detector)
  })

  it.each(['', 'unknown', 'AIS', 'surface', 'geometry'])('is not known by %j', (words) => {
    expect(detectorNamed(words)).toBeUndefined()
  })

  it('has an error of its own', () => {
    for (const detector of DETECTORS) {
      const { ee, en, nn } = usualCovariance(detector)
      expect(ee * nn - en * en).toBeGreaterThan(0)
    }
    expect(Math.sqrt(usualCovariance('optical').ee)).toBe(30)
    expect(Math.sqrt(usualCovariance('viirs').nn)).toBeCloseTo(Math.hypot(214.2, 75), 0)
    expect(Math.sqrt(usualCovariance('rf').nn)).toBe(5000)
  })

  it('that is a radar is wrong along its path, by what moves', () => {
    const { ee, nn } = usualCovariance('sar')
    expect(Math.sqrt(nn)).toBeCloseTo(250, -1)
    expect(Math.sqrt(ee)).toBeCloseTo(72, -1)
  })
})
