import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chance, keyOf, normal } from '../chance.ts'
import { readScenarioTruth, readScoreInput } from './folder.ts'
import type { TrackLine, TruthLine } from './scenario.ts'
import { scoreLine } from './score-line.ts'
import { score } from './score.ts'

const scenarios = fileURLToPath(new URL('../../../../../shared/scenarios', import.meta.url))
const names = existsSync(join(scenarios, 'score.py'))
  ? readdirSync(scenarios).filter((name) => !name.endsWith('-s2') && existsSync(join(scenarios, name, 'meta.json.gz')))
  : []
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import numpy, scipy']).status === 0,
)
if (names.length === 0)
  console.warn('Skipped: shared/scenarios/score.py and its scenarios are not beside the repository.')
if (!python)
  console.warn('Skipped: Python has no numpy and scipy (Debian: apt-get install python3-numpy python3-scipy).')

/** Scores each line of its input, `[folder, tracks, associations or null, from]`, as score.py does. */
const DRIVER = `
import json, os, sys
sys.path.insert(0, sys.argv[1])
import score
for line in sys.stdin:
    folder, tracks, assoc, start = json.loads(line)
    os.environ['SCORE_FROM'] = str(start)
    print(json.dumps(score.score(folder, tracks, assoc)))
`

const work = mkdtempSync(join(tmpdir(), 'csii-score-py-'))
afterAll(() => rmSync(work, { recursive: true }))

/** How a tracker may err: every one in several degrees, drawn for each scenario. */
interface Faults {
  readonly sigma: number
  readonly lost: number
  readonly swapped: number
  readonly doubled: number
  /** Tracks on the corners of a grid lie on one another, so that several assignments are best. */
  readonly grid: number
}

function faultsOf(seed: number, cutoff: number): Faults {
  const pick = (key: number, values: readonly number[]) => values[Math.floor(chance(seed, key) * values.length)]!
  return {
    sigma: pick(1, [0.001, 0.04, 0.2, 0.8]) * cutoff,
    lost: pick(2, [0, 0.05, 0.3, 0.9]),
    swapped: pick(3, [0, 0.02, 0.2]),
    doubled: pick(4, [0, 0.05, 0.3]),
    grid: pick(5, [0, 0, 0.2]) * cutoff,
  }
}

/** Tracks such as a bad tracker makes of this truth. */
function tracksOf(
  truth: readonly TruthLine[],
  seed: number,
  { sigma, lost, swapped, doubled, grid }: Faults,
): TrackLine[] {
  const ids = [...new Set(truth.map(({ id }) => id))]
  const snap = (value: number) => (grid > 0 ? Math.round(value / grid) * grid : value)
  return truth.flatMap((object, index) => {
    const draw = (key: number) => chance(seed, index, key)
    if (draw(0) < lost) return []
    const copies = draw(1) < doubled ? 2 : 1
    return Array.from({ length: copies }, (_, copy) => ({
      t: object.t,
      id: `${copy}-${draw(2) < swapped ? ids[Math.floor(draw(3) * ids.length)] : object.id}`,
      x: snap(object.x + normal(seed, index, 4 + copy) * sigma),
      y: snap(object.y + normal(seed, index, 6 + copy) * sigma),
      vx: object.vx + normal(seed, index, 8),
      vy: object.vy + normal(seed, index, 9),
      ident: draw(10) < 0.7 ? object.ident : draw(10) < 0.85 ? null : `3270000${Math.floor(draw(11) * 20)}`,
      dark: draw(12) < 0.8 ? object.dark === 1 : draw(13) < 0.5,
      suspect: draw(14) < (object.cls === 'ghost' ? 0.7 : 0.1),
    }))
  })
}

/** Gives the plots of a scenario to some dozens of tracks, most by their origin. */
function associationsOf(origin: string, seed: number): string {
  return origin
    .trim()
    .split('\n')
    .flatMap((line, index) => {
      const { p, o } = JSON.parse(line) as { p: number; o: string | null } // The form of the file.
      const isRight = o !== null && chance(seed, index, 1) < 0.95
      return chance(seed, index, 0) < 0.2
        ? []
        : [`{"p":${p},"id":"${isRight ? o : Math.floor(chance(seed, index, 2) * 30)}"}\n`]
    })
    .join('')
}

type Request = readonly [folder: string, tracks: string, assoc: string | null, from: number]

/** Unpacks a scenario, which score.py asks for, and writes tracks of it beside. */
function prepare(name: string): Request {
  const folder = mkdtempSync(join(work, `${name}-`))
  for (const file of readdirSync(join(scenarios, name)).filter((each) => each.endsWith('.gz'))) {
    writeFileSync(join(folder, file.slice(0, -3)), gunzipSync(readFileSync(join(scenarios, name, file))))
  }
  const scenario = readScenarioTruth(folder)
  if (!scenario.ok) throw new Error(scenario.problem)
  const seed = keyOf(name)
  const tracks = tracksOf(scenario.value.truth, seed, faultsOf(seed, scenario.value.meta.gospa_c ?? 500))
  writeFileSync(join(folder, 'tracks'), tracks.map((track) => `${JSON.stringify(track)}\n`).join(''))
  const from = Math.floor(chance(seed, 99) * 3) * 30
  const origin = join(folder, 'origin.jsonl')
  if (!existsSync(origin)) return [folder, join(folder, 'tracks'), null, from]
  writeFileSync(join(folder, 'assoc'), associationsOf(readFileSync(origin, 'utf8'), seed))
  return [folder, join(folder, 'tracks'), join(folder, 'assoc'), from]
}

function oursOf([folder, tracks, assoc, from]: Request): Record<string, unknown> {
  const input = readScoreInput({ folder, tracks, assoc: assoc ?? undefined })
  if (!input.ok) throw new Error(input.problem)
  return JSON.parse(scoreLine(score({ ...input.value, from }))) as Record<string, unknown> // A score is an object.
}

describe.skipIf(names.length === 0 || !python)('a score', () => {
  const requests = new Map<string, Request>()
  let theirs: string[] = []
  beforeAll(() => {
    for (const name of names) requests.set(name, prepare(name))
    const input = [...requests.values()].map((request) => JSON.stringify(request)).join('\n')
    const { stdout, stderr } = spawnSync(python!, ['-c', DRIVER, scenarios], { input, encoding: 'utf8' })
    theirs = stdout.trim().split('\n')
    if (theirs.length !== names.length) throw new Error(stderr)
  }, 120_000)

  it.each(names)('of faulty tracks of %s is to four decimals what score.py says', (name) => {
    // Python's line is one object of numbers, names and nulls.
    const expected = JSON.parse(theirs[names.indexOf(name)]!) as Record<string, unknown>
    expect(Object.keys(expected).length).toBeGreaterThan(20)
    expect(oursOf(requests.get(name)!)).toMatchObject(expected)
  })
})
