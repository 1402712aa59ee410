import { ais, createSharedMemory, sensorKinds } from '@csii/codecs'
import { INSTALLATIONS } from '@csii/sim'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { simulate } from './simulate.ts'

const folder = mkdtempSync(join(tmpdir(), 'csii-simulate-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]): Promise<{ code: number; printed: string; reported: string[] }> {
  const stdout = new PassThrough()
  const printed = text(stdout)
  const reported: string[] = []
  const code = await simulate(
    args, { stdout, report: (line) => reported.push(line), now: () => Date.UTC(2026, 10, 24, 16) },
  )
  stdout.end()
  return { code, printed: await printed, reported }
}

// Each line of these files is one JSON object.
const objectsOf = (lines: string) => lines.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)

describe('csii simulate without a folder', () => {
  it('lists the scenario’s vessels and says of each that it is simulated', async () => {
    const { code, printed } = await run('caribbean')
    const vessels = objectsOf(printed)
    expect(code).toBe(0)
    expect(vessels.length).toBeGreaterThan(380)
    expect(vessels.every(({ simulated }) => simulated === true)).toBe(true)
  })

  it('gives no MMSI for a vessel without AIS', async () => {
    const silent = objectsOf((await run('caribbean')).printed).filter(({ ais }) => ais === 'none')
    expect(silent.length).toBeGreaterThan(0)
    expect(silent.every((vessel) => !('mmsi' in vessel))).toBe(true)
  })
})

describe('csii simulate with a folder', () => {
  const args = ['caribbean', '--hours', '0.05', '--from', '2026-11-24T16:00:00Z', '--out']
  const first = join(folder, 'first')
  const read = (name: string) => readFileSync(join(first, name), 'utf8')

  it('writes one file for each sensor, and the truth', async () => {
    const { code, reported } = await run(...args, first)
    expect(code).toBe(0)
    expect(readdirSync(first).sort()).toEqual([
      ...INSTALLATIONS.map(({ id, extension }) => `sim-${id}.${extension}`), 'truth.jsonl',
    ].sort())
    expect(reported).toEqual([
      expect.stringMatching(`^\\d+ octets of ${INSTALLATIONS.length} simulated sensors, and truth.jsonl, in `),
    ])
  })

  it('writes what each kind of sensor can read without a problem', () => {
    for (const { id, kind, extension, position, options } of INSTALLATIONS) {
      const site = { sensorId: id, simulated: true, ...(position && { position }), ...(options && { options }) }
      const reader = sensorKinds.find((known) => known.id === kind)!.open(site, createSharedMemory())
      const problems: string[] = []
      const sink = { plot() {}, statement() {}, measurement() {}, problem: (problem: string) => problems.push(problem) }
      const bytes = readFileSync(join(first, `sim-${id}.${extension}`))
      reader.read(bytes, Date.UTC(2026, 10, 24, 16, 3), sink)
      reader.end(Date.UTC(2026, 10, 24, 16, 3), sink)
      expect(problems).toEqual([])
      expect(reader.counts().decoded > 0).toBe(bytes.length > 0)
    }
  })

  it('marks every sentence as simulated, and each can be decoded', () => {
    const lines = read('sim-kingstown.nmea').trim().split('\n')
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => !line.startsWith('\\s:SIM-KINGSTOWN,c:17955'))).toEqual([])
    const reader = ais.open({ sensorId: 'file', simulated: true }, createSharedMemory())
    const problems: string[] = []
    const sink = { plot() {}, statement() {}, measurement() {}, problem: (problem: string) => problems.push(problem) }
    reader.read(readFileSync(join(first, 'sim-kingstown.nmea')), 0, sink)
    reader.end(0, sink)
    expect(problems).toEqual([])
    expect(reader.counts().received).toBe(lines.length)
  })

  it('writes the truth every ten seconds, below a line that says what it is', () => {
    const [header, ...states] = objectsOf(read('truth.jsonl'))
    expect(header).toMatchObject({ simulated: true, scenario: 'caribbean', seed: 1, stepMs: 10_000 })
    expect(new Set(states.map(({ t }) => t)).size).toBe(18)
    expect(states[0]).toEqual({
      t: Date.UTC(2026, 10, 24, 16), id: expect.any(String), kind: expect.any(String), lat: expect.any(Number),
      lon: expect.any(
        Number,
      ), speed: expect.any(Number), courseDeg: expect.any(Number), mmsi: expect.any(Number), ais: 'on',
    })
    expect(states.some(({ ais }) => ais === 'off')).toBe(true)
  })

  it('writes the same bytes again', async () => {
    const second = join(folder, 'second')
    await run(...args, second)
    for (const name of readdirSync(first)) expect(
      readFileSync(join(second, name)).equals(readFileSync(join(first, name))),
    ).toBe(true)
  })

  it('writes others with another seed', async () => {
    const other = join(folder, 'other')
    await run(...args, other, '--seed', '2')
    expect(readFileSync(join(other, 'truth.jsonl'), 'utf8')).not.toBe(read('truth.jsonl'))
  })

  it('fails in one sentence where it cannot write', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { code, reported } = await run(...args, join(file, 'below'))
    expect(code).toBe(1)
    expect(reported).toEqual([expect.stringContaining('csii simulate could not write to')])
    expect(existsSync(join(file, 'below'))).toBe(false)
  })
})

describe('a command line that cannot be understood', () => {
  it.each([
    [['atlantis'], 'Write one of: caribbean.'],
    [[], 'Write one of: caribbean.'],
    [['caribbean', '--seed', 'x'], 'the seed "x" is not a whole number'],
    [['caribbean', '--hours=-1'], '"-1" is not a number of hours above 0'],
    [['caribbean', '--from', 'noon'], 'Write it as 2026-11-24T12:00:00Z'],
    [['caribbean', '--fast'], '--fast'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, reported } = await run(...args)
    expect(code).toBe(2)
    expect(reported).toEqual([expect.stringContaining(sentence)])
  })
})
