import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { AIS_MEMORY } from '../ais/receivers.ts'
import { caribbean } from '../scenario.ts'
import { simulate } from '../simulate.ts'
import { openPlayer, type Player } from './player.ts'

const scenario = caribbean(1)
const noon = Date.UTC(2026, 10, 24, 16)
const wires = [{ id: 'castries', url: 'tcp-listen://127.0.0.1:0' }]
const heardBetween = (from: number, to: number) =>
  [...simulate(scenario, from, to)].filter(({ receiver }) => receiver === 'castries')

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

interface Listening {
  readonly player: Player
  readonly lines: string[]
  /** Resolves when so many lines have come. */
  count(lines: number): Promise<void>
}

async function play(clock: () => number): Promise<Listening> {
  const player = await openPlayer(scenario, wires, clock)
  const lines: string[] = []
  let rest = ''
  let arrived = () => {}
  const socket = connect(player.ports['castries']!, '127.0.0.1').on('data', (bytes) => {
    const pieces = (rest + bytes.toString()).split('\r\n')
    rest = pieces.pop()!
    lines.push(...pieces)
    arrived()
  })
  closing.push(() => socket.destroy(), () => player.close())
  const count = (n: number) =>
    new Promise<void>((resolve) => {
      arrived = () => lines.length >= n && resolve()
      arrived()
    })
  return { player, lines, count }
}

describe('a player', () => {
  it('first tells the last line of everything heard in the last ten minutes', async () => {
    const past = heardBetween(noon - AIS_MEMORY, noon)
    const last = new Map(past.map((line) => [line.subject, line.line]))
    const { lines, count } = await play(() => noon)
    await count(last.size)
    expect(lines.toSorted()).toEqual([...last.values()].sort())
  })

  it('then sends what is heard when it is heard, every line of it', async () => {
    let now = noon
    const { player, lines, count } = await play(() => now)
    await count(100)
    const began = lines.length
    for (let second = 1; second <= 20; second++) {
      now = noon + second * 1_000
      player.advance()
    }
    const expected = heardBetween(noon, noon + 20_001).map(({ line }) => line)
    await count(began + expected.length)
    expect(lines.slice(began)).toEqual(expected)
  })

  it('goes on from the new time when the machine has slept, and does not send the hours between', async () => {
    let now = noon
    const { player, lines, count } = await play(() => now)
    await count(100)
    const began = lines.length
    now = noon + 5 * 3_600_000
    player.advance()
    now += 10_000
    player.advance()
    const expected = heardBetween(now - 10_000, now + 1).map(({ line }) => line)
    await count(began + expected.length)
    expect(lines.slice(began)).toEqual(expected)
  })

  it('leaves no wire open when one cannot be had', async () => {
    const { player } = await play(() => noon)
    const taken = player.ports['castries']!
    const two = [
      { id: 'roseau', url: 'tcp-listen://127.0.0.1:0' }, { id: 'castries', url: `tcp-listen://127.0.0.1:${taken}` },
    ]
    await expect(openPlayer(scenario, two, () => noon)).rejects.toThrow('EADDRINUSE')
  })
})
