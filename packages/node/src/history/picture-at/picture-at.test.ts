import { distanceBetween, offsetFrom } from '@csii/geo'
import type { Track } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { BEQUIA, plotAt, recordedSea, seconds } from '../fixtures/recorded-sea.ts'
import { createPictureAt } from './picture-at.ts'

const HOUR = 3_600_000
const open = (sea = recordedSea()) => {
  const pictureAt = createPictureAt(sea.reader)
  return {
    ...sea,
    knownThen: (at: number, exercise = false) => pictureAt({ at, known: 'then', exercise }),
    knownNow: (at: number, exercise = false) => pictureAt({ at, known: 'now', exercise }),
  }
}
const range = (from: number, to: number, step: number) => Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step)
const offset = (track: Track | undefined) => offsetFrom(BEQUIA, track!.fix!.position)

/** What the record keeps of a live track, at its resolution. */
const shown = (tracks: readonly Track[]) =>
  tracks.map(({ serial, simulated, fix, speed, claim, existence, identity, contributors }) => ({
    serial, simulated, claim, existence: expect.closeTo(existence, 2), identity,
    fix: fix && {
      ...fix, position: { lat: expect.closeTo(fix.position.lat, 6), lon: expect.closeTo(fix.position.lon, 6) },
      covariance: { ee: expect.closeTo(fix.covariance.ee, -1), en: expect.closeTo(fix.covariance.en, -1), nn: expect.closeTo(fix.covariance.nn, -1) },
    },
    speed: speed === undefined ? undefined : expect.closeTo(speed, 1),
    contributors: contributors.map(({ sensorId }) => expect.objectContaining({ sensorId })),
  }))

/** A vessel sails east at 10 m/s, goes round by the north where only a satellite hears it, and comes back. */
const CAST_OFF = range(0, 300, 10).map((time) => plotAt(time, 10 * time, 0, { speed: 10, courseDeg: 90 }))
const BACK = range(600, 660, 30).map((time) => plotAt(time, 10 * time, 0, { speed: 10, courseDeg: 90 }))
const FROM_ORBIT = plotAt(450, 4500, 1000, { delay: 225, sensorId: 'sentinel' })

describe('the picture of a past moment', () => {
  it('is known otherwise today than it was then, when a satellite has told of it since', async () => {
    const { hear, live, knownThen, knownNow } = open()
    hear(...CAST_OFF)
    const liveThen = live()
    hear(...BACK)
    const before = await knownNow(seconds(450))
    hear(FROM_ORBIT)

    const asKnownThen = await knownThen(seconds(450))
    expect(asKnownThen).toMatchObject(shown(liveThen))
    expect(asKnownThen[0]?.fix?.time).toBe(seconds(300))
    expect(offset(asKnownThen[0]).north).toBeCloseTo(0, -1)

    const asItWas = await knownNow(seconds(450))
    expect(offset(before[0]).north).toBeLessThan(200)
    expect(offset(asItWas[0]).north).toBeGreaterThan(900)
    const truth = FROM_ORBIT.position
    expect(distanceBetween(asItWas[0]!.fix!.position, truth)).toBeLessThan(distanceBetween(before[0]!.fix!.position, truth) / 2)
  })

  it('shows as known then, at every moment, what the live picture showed', async () => {
    const { hear, live, knownThen } = open()
    const pictures = [...CAST_OFF, ...BACK, FROM_ORBIT].map((plot) => {
      hear(plot)
      return { at: plot.receivedAt, tracks: live() }
    })
    for (const { at, tracks } of pictures) expect(await knownThen(at)).toMatchObject(shown(tracks))
  })

  it('is the same from a keyframe and from the beginning', async () => {
    const sea = recordedSea()
    sea.hear(...CAST_OFF, ...BACK, FROM_ORBIT)
    const [early, late] = [seconds(200), seconds(660)]
    const plain = open(sea)
    const expected = [await plain.knownThen(early), await plain.knownThen(late), await plain.knownNow(seconds(450)), await plain.knownNow(late)]
    sea.reader.seal(seconds(150))
    sea.reader.seal(seconds(610))
    const keyed = open(sea)
    expect([await keyed.knownThen(early), await keyed.knownThen(late), await keyed.knownNow(seconds(450)), await keyed.knownNow(late)]).toEqual(expected)
  })

  it('names a track by its run and serial', async () => {
    const { hear, knownThen } = open()
    hear(...CAST_OFF)
    expect((await knownThen(seconds(300))).map(({ id, serial }) => [id, serial])).toEqual([['1.1', 1]])
  })

  it('is empty before anything was known', async () => {
    const { hear, knownThen, knownNow } = open()
    expect([await knownThen(seconds(0)), await knownNow(seconds(0))]).toEqual([[], []])
    hear(...CAST_OFF)
    expect([await knownThen(seconds(-10)), await knownNow(seconds(-10))]).toEqual([[], []])
  })

  it('lies between two reports, by the knowledge of today', async () => {
    const { hear, knownThen, knownNow } = open()
    hear(plotAt(0, 0, 0), plotAt(60, 600, 0), plotAt(120, 1200, 0))
    expect(offset((await knownThen(seconds(90)))[0]).east).toBeCloseTo(600, -2)
    const [track] = await knownNow(seconds(90))
    expect(offset(track).east).toBeCloseTo(900, -2)
    expect(track?.fix?.time).toBe(seconds(90))
  })

  it('keeps a vessel where it was last heard when the next report is more than ten minutes away', async () => {
    const { hear, knownNow } = open()
    hear(plotAt(0, 0, 0), plotAt(601, 3000, 0))
    expect((await knownNow(seconds(300)))[0]?.fix?.time).toBe(seconds(0))
    hear(plotAt(900, 3000, 0))
    expect((await knownNow(seconds(750)))[0]?.fix?.time).toBe(seconds(750))
  })

  it('shows what was forgotten until it was, and not after', async () => {
    const { hear, pass, live, knownThen, knownNow } = open()
    hear(...CAST_OFF)
    pass(seconds(300) + 2 * HOUR)
    expect(live()).toEqual([])
    expect([(await knownThen(seconds(310))).length, (await knownNow(seconds(310))).length]).toEqual([1, 1])
    expect([await knownThen(seconds(300) + 2 * HOUR), await knownNow(seconds(300) + 2 * HOUR)]).toEqual([[], []])
  })

  it('shows nothing that was silent for a day', async () => {
    const { hear, knownThen, knownNow } = open()
    hear(...CAST_OFF)
    const at = seconds(300) + 24 * HOUR
    expect([(await knownThen(at)).length, (await knownNow(at)).length]).toEqual([1, 1])
    expect([await knownThen(at + 1), await knownNow(at + 1)]).toEqual([[], []])
  })

  it('knows today a name that was told later', async () => {
    const { hear, knownThen, knownNow } = open()
    const nameless = CAST_OFF.map((plot) => ({ ...plot, claim: { mmsi: 377_000_001 } }))
    hear(...nameless, ...BACK)
    expect((await knownThen(seconds(300)))[0]?.claim).toEqual({ mmsi: 377_000_001 })
    expect((await knownNow(seconds(300)))[0]?.claim).toEqual({ mmsi: 377_000_001, name: 'HUGH MULZAC' })
  })

  it('keeps the exercise apart', async () => {
    const { hear, knownThen, knownNow } = open()
    hear(...CAST_OFF, ...CAST_OFF.map((plot) => ({ ...plot, sensorId: 'drill', simulated: true, claim: { mmsi: 1 } })))
    for (const picture of [await knownThen(seconds(300)), await knownNow(seconds(300))]) {
      expect(picture.map(({ claim, simulated }) => [claim.mmsi, simulated])).toEqual([[377_000_001, false]])
    }
    for (const picture of [await knownThen(seconds(300), true), await knownNow(seconds(300), true)]) {
      expect(picture.map(({ claim, simulated }) => [claim.mmsi, simulated])).toEqual([[1, true]])
    }
  })

  it('shows a vessel once when the pipeline started anew', async () => {
    const { hear, restart, knownThen, knownNow } = open()
    hear(...CAST_OFF)
    restart(seconds(400))
    hear(...BACK)
    for (const [at, id] of [[390, '1.1'], [410, '2.1'], [650, '2.1']] as const) {
      expect([at, (await knownThen(seconds(at))).map((track) => track.id), (await knownNow(seconds(at))).map((track) => track.id)])
        .toEqual([at, [id], [id]])
    }
  })

  it('shows today as one vessel what was taken for two until they were joined', async () => {
    const sea = open()
    const state = { simulated: false, isRevision: false, sigmaEast: 10, sigmaNorth: 10, correlation: 0, means: 2, flags: 0, existence: 1 }
    const at = (serial: number, time: number, lat: number) => ({ ...state, serial, knownAt: seconds(time), time: seconds(time), lat, lon: -61 })
    sea.reader.add({
      run: 1,
      states: [at(1, 0, 13), at(1, 60, 13.001), at(2, 50, 13.002), at(2, 100, 13.003), at(2, 160, 13.004)],
      infos: [
        { serial: 1, simulated: false, knownAt: seconds(0), claim: {}, contributors: [{ sensorId: 'hill' }] },
        { serial: 2, simulated: false, knownAt: seconds(50), claim: { mmsi: 7 }, contributors: [{ sensorId: 'kingstown' }] },
      ],
      ends: [{ serial: 1, simulated: false, knownAt: seconds(110), into: 2 }],
    })
    expect((await sea.knownThen(seconds(70))).map(({ id }) => id)).toEqual(['1.1', '1.2'])
    expect((await sea.knownNow(seconds(70))).map(({ id, claim }) => [id, claim.mmsi])).toEqual([['1.2', 7]])
    expect((await sea.knownNow(seconds(30))).map(({ id, claim, fix }) => [id, claim.mmsi, fix?.position.lat])).toEqual([['1.2', 7, expect.closeTo(13.0005, 5)]])
    expect((await sea.knownThen(seconds(120))).map(({ id }) => id)).toEqual(['1.2'])
  })

  it('is read once for moments of one hour that is over', async () => {
    const sea = open()
    sea.hear(...CAST_OFF, plotAt(3 * 3600, 0, 0, { claim: { mmsi: 2 } }))
    await sea.knownThen(seconds(100))
    const reads = sea.reader.reads
    await sea.knownThen(seconds(200))
    expect(sea.reader.reads).toBe(reads)
  })
})
