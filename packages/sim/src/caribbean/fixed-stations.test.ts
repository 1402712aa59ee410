import { describe, expect, it } from 'vitest'
import { islandAt } from '../islands.ts'
import { metresBetween } from '../motion/mercator.ts'
import { AIDS, BASE_STATIONS, TEST_SART } from './fixed-stations.ts'
import { RECEIVERS } from './receivers.ts'

describe('the receivers', () => {
  it('stand in several nations, on land', () => {
    expect(new Set(RECEIVERS.map(({ nation }) => nation)).size).toBe(RECEIVERS.length)
    for (const { position } of RECEIVERS) expect(islandAt(position)).toBeDefined()
  })

  it('overlap, so that some messages are heard twice', () => {
    const [kingstown, castries] = RECEIVERS
    expect(metresBetween(kingstown!.position, castries!.position)).toBeLessThan(120_000)
  })

  it('tell a reader that they are of an exercise', () => {
    for (const { title } of RECEIVERS) expect(title).toMatch(/exercise/)
  })

  it('bring their sentences over three sorts of wire', () => {
    expect(new Set(RECEIVERS.map(({ wire }) => wire)).size).toBe(3)
  })
})

describe('the base stations', () => {
  it('are ashore', () => {
    for (const station of BASE_STATIONS) expect(islandAt(station)).toBeDefined()
  })
})

describe('the aids to navigation', () => {
  it('lie in the water', () => {
    for (const aid of AIDS) expect(islandAt(aid) && aid.name).toBeUndefined()
  })

  it('are some of them virtual', () => {
    expect(AIDS.filter(({ isVirtual }) => isVirtual).length).toBeGreaterThanOrEqual(3)
    expect(AIDS.filter(({ isVirtual }) => !isVirtual).length).toBeGreaterThanOrEqual(8)
  })

  it('have types of the standard’s table and names that fit', () => {
    for (const { aidType, name } of AIDS) {
      expect(aidType).toBeGreaterThanOrEqual(0)
      expect(aidType).toBeLessThanOrEqual(31)
      expect(name).toMatch(/^[A-Z ]{3,20}$/)
    }
    expect(new Set(AIDS.map(({ name }) => name)).size).toBe(AIDS.length)
  })
})

describe('the transmitter on the shelf', () => {
  it('is within sight of the Kingstown receiver', () => {
    expect(metresBetween(TEST_SART, RECEIVERS[0]!.position)).toBeLessThan(10_000)
  })
})
