import { decodeFrame, SNAPSHOT, type PictureFrame, type PictureRequest, type PlayRequest } from '@csii/contract'
import type { Track } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { shipAt } from '../../pipeline/fixtures/tracks.ts'
import { ReplaySession, type Moment } from './replay-session.ts'

const VIEW: PictureRequest = { type: 'view', west: -64, south: 10, east: -58, north: 18, rateHz: 10 }
const SPAN = { from: 0, to: 10_000_000 }
const PLAY: PlayRequest = { type: 'play', at: 1_000_000, speed: 60, known: 'then', exercise: false }

/** A ship that sails north by a ten-thousandth of a degree a second, in the run that was under way. */
const sailing = ({ at }: Moment): Track[] => [
  shipAt(7, 12 + at / 1e7, -61, { id: `${at < 5_000_000 ? 1 : 2}.7`, claim: { mmsi: 1, name: at < 5_000_000 ? 'EARLY' : 'LATE' } }),
]

function open(pictureAt: (moment: Moment) => Promise<readonly Track[]> = async (moment) => sailing(moment)) {
  const frames: PictureFrame[] = []
  const complaints: string[] = []
  const asked: Moment[] = []
  const outlet = {
    readyState: 1, OPEN: 1, bufferedAmount: 0,
    send: (bytes: Uint8Array) => void frames.push(decodeFrame(bytes)!),
    complain: (detail: string) => void complaints.push(detail),
  }
  const session = new ReplaySession(outlet, {
    pictureAt: (moment) => {
      asked.push(moment)
      return pictureAt(moment)
    },
    span: () => SPAN,
  })
  let now = 0
  /** Turns as the node does, and lets what was fetched arrive between the turns. */
  const pass = async (ms: number): Promise<void> => {
    for (const end = now + ms; now < end; now += 50) {
      session.turn(now)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { session, frames, complaints, asked, pass, look: (view = VIEW) => session.look(view, now), play: (more: Partial<PlayRequest> = {}) => session.play({ ...PLAY, ...more }, now) }
}

const last = (frames: readonly PictureFrame[]) => frames.at(-1)!

describe('a replay', () => {
  it('shows nothing before it is told what to play', async () => {
    const { look, pass, frames, asked } = open()
    look()
    await pass(1000)
    expect([frames, asked]).toEqual([[], []])
  })

  it('shows the moment that was asked for, as the time of its frames', async () => {
    const { look, play, pass, frames } = open()
    look()
    play({ speed: 0 })
    await pass(200)
    expect(frames[0]).toMatchObject({ kind: SNAPSHOT, epoch: 1, nodeTime: 1_000_000, tracksInView: 1 })
    expect(frames[0]?.contacts[0]).toMatchObject({ serial: 7, name: 'EARLY', lat: 12.1 })
  })

  it('goes on at its speed, and backward', async () => {
    const { look, play, pass, frames } = open()
    look()
    play()
    await pass(2000)
    expect(last(frames).nodeTime).toBeGreaterThan(1_080_000)
    play({ at: 1_100_000, speed: -60 })
    await pass(1000)
    expect(last(frames).nodeTime).toBeLessThan(1_060_000)
  })

  it('fetches nothing while it stands still', async () => {
    const { look, play, pass, asked } = open()
    look()
    play({ speed: 0 })
    await pass(3000)
    expect(asked).toHaveLength(1)
  })

  it('stops at the last moment that is remembered', async () => {
    const { look, play, pass, frames } = open()
    look()
    play({ at: SPAN.to - 1000, speed: 3600 })
    await pass(1000)
    expect(last(frames).nodeTime).toBe(SPAN.to)
  })

  it('starts afresh with another run, whose serials mean other vessels', async () => {
    const { look, play, pass, frames } = open()
    look()
    play({ at: 4_990_000, speed: 60 })
    await pass(1000)
    const first = frames.find(({ epoch }) => epoch === 2)
    expect(first).toMatchObject({ kind: SNAPSHOT })
    expect(first?.contacts[0]?.name).toBe('LATE')
  })

  it('sends a picture that grew beyond its table whole', async () => {
    const fleet = (count: number) => Array.from({ length: count }, (_, n) => shipAt(n + 1, 13, -61, { id: `1.${n + 1}` }))
    const { look, play, pass, frames } = open(async ({ at }) => fleet(at < 2_000_000 ? 10 : 1000))
    look()
    play({ speed: 0 })
    await pass(200)
    play({ at: 3_000_000, speed: 0 })
    await pass(200)
    expect(last(frames)).toMatchObject({ kind: SNAPSHOT, tracksTotal: 1000 })
  })

  it('never believes what a client says it holds from elsewhere', async () => {
    const { look, play, pass, frames } = open()
    look({ ...VIEW, resume: { epoch: 1, revision: 0 } })
    play({ speed: 0 })
    await pass(200)
    expect(frames[0]?.kind).toBe(SNAPSHOT)
  })
})

describe('a replay whose history is slow', () => {
  it('asks for one moment at a time, and then for the newest wish', async () => {
    const waiting: ((tracks: readonly Track[]) => void)[] = []
    const { look, play, pass, asked, frames } = open(() => new Promise((resolve) => waiting.push(resolve)))
    look()
    play({ speed: 0 })
    await pass(100)
    for (let at = 2_000_000; at <= 3_000_000; at += 100_000) {
      play({ at, speed: 0 })
      await pass(50)
    }
    expect(asked).toHaveLength(1)
    waiting.shift()!(sailing(asked[0]!))
    await pass(100)
    expect(frames).toEqual([])
    expect(asked.map(({ at }) => at)).toEqual([1_000_000, 3_000_000])
    waiting.shift()!(sailing(asked[1]!))
    await pass(100)
    expect(frames.map(({ nodeTime }) => nodeTime)).toEqual([3_000_000])
  })

  it('rests as long as a picture took', async () => {
    let later: (() => void) | undefined
    const { look, play, pass, asked } = open((moment) => new Promise((resolve) => (later = () => resolve(sailing(moment)))))
    look()
    play()
    await pass(1000)
    later?.()
    await pass(900)
    expect(asked).toHaveLength(1)
    await pass(300)
    expect(asked).toHaveLength(2)
  })

  it('says once that a moment cannot be shown, and shows it when it can', async () => {
    let isBroken = true
    const { look, play, pass, complaints, frames } = open(async (moment) => {
      if (isBroken) throw new Error('damaged')
      return sailing(moment)
    })
    look()
    play()
    await pass(2000)
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toContain('cannot be shown')
    isBroken = false
    await pass(1000)
    expect(last(frames).tracksInView).toBe(1)
  })
})
