/**
 * Packed history beside a plain table with a row for each fix, of the same fixes in the same run, on SQLite: bytes, rate
 * of taking in, one track of a month, a seek among 5,000 tracks.
 * Run: node bench/pack.ts [FIXES]; 1,000,000 where nothing else is said, 10000000 for the figure of bench/README.md.
 * Prints one JSON object a line. Seconds are of this process's processor time; compare the ratios.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Plot } from '@csii/model'
import { lastStateKnown, packPlots, packStates, unpackPlots, unpackStates, type StateRecord } from '@csii/node'
import { numbers } from './chance.ts'
import { jitteredParts, recordedFixes } from './jittered-fixes.ts'

const FIXES = Number(process.argv[2] ?? 1_000_000)
/** Copies of five minutes in one pack. */
const COPIES_IN_PACK = 3
const BAR_BYTES = 6
const HOUR = 3_600_000
const START = Date.UTC(2026, 10, 1)
const MONTH = 720
const STATES_AN_HOUR = 360
const TRACKS = 5000

const print = (line: object): void => console.log(JSON.stringify({ bench: 'pack', ...line }))
const rounded = (value: number): number => Number(value.toPrecision(4))

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function openDatabase(folder: string, name: string, schema: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, name))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${schema}`)
  return database
}

function bytesOf(database: DatabaseSync, folder: string, name: string): number {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return statSync(join(folder, name)).size
}

const insideOne = (database: DatabaseSync, work: () => void): void => {
  database.exec('BEGIN')
  work()
  database.exec('COMMIT')
}

const ROWS = `CREATE TABLE fix (mmsi INTEGER, time REAL, received_at REAL, lat REAL, lon REAL, variance REAL, speed REAL,
  course REAL, heading REAL, status INTEGER, station TEXT, source TEXT); CREATE INDEX fix_of ON fix (mmsi, time)`
const PACKS = 'CREATE TABLE chunk (id INTEGER PRIMARY KEY, source TEXT, hour INTEGER, part INTEGER, body BLOB)'

function fixes(folder: string, recorded: readonly Plot[]): void {
  const rows = openDatabase(folder, 'rows', ROWS)
  const packs = openDatabase(folder, 'packs', PACKS)
  const row = rows.prepare('INSERT INTO fix VALUES (?,?,?,?,?,?,?,?,?,?,?,?)')
  const pack = packs.prepare('INSERT INTO chunk (source, hour, part, body) VALUES (?,?,?,?)')
  const seconds = { rows: 0, packs: 0, unpacking: 0 }
  let [count, part] = [0, 0]
  for (const plots of jitteredParts(recorded, FIXES, COPIES_IN_PACK)) {
    seconds.rows += processorSeconds(() => insideOne(rows, () => plots.forEach((plot) => row.run(...rowOf(plot)))))
    let body: Uint8Array = new Uint8Array()
    seconds.packs += processorSeconds(() => {
      body = packPlots(plots)
      insideOne(packs, () => pack.run('denmark', Math.floor(plots[0]!.receivedAt / HOUR), part++, body))
    })
    seconds.unpacking += processorSeconds(() => void (count += unpackPlots(body).length))
  }
  if (count !== FIXES) throw new Error(`${FIXES} fixes went in and ${count} came out`)
  const bytes = { rows: bytesOf(rows, folder, 'rows'), packs: bytesOf(packs, folder, 'packs') }
  const perFix = bytes.packs / count
  print({ what: 'bytes of a fix, packed', value: rounded(perFix), bar: BAR_BYTES, ratio: rounded(perFix / BAR_BYTES), fixes: count })
  print({ what: 'bytes of a fix, a row each with an index', value: rounded(bytes.rows / count), overPacked: rounded(bytes.rows / bytes.packs) })
  print({ what: 'fixes taken in a second, packed', value: Math.round(count / seconds.packs), overRows: rounded(seconds.rows / seconds.packs) })
  print({ what: 'fixes taken in a second, a row each', value: Math.round(count / seconds.rows) })
  print({ what: 'fixes unpacked a second', value: Math.round(count / seconds.unpacking) })
  rows.close()
  packs.close()
}

function rowOf({ claim, time, receivedAt, position, covariance, speed, courseDeg, headingDeg, sensorId }: Plot) {
  return [
    claim?.mmsi ?? null, time, receivedAt, position.lat, position.lon, covariance.ee, speed ?? null, courseDeg ?? null,
    headingDeg ?? null, claim?.navigationStatus ?? null, claim?.station ?? null, sensorId,
  ] as const
}

/** An hour of a ship that reports every ten seconds, turns a little and has some noise. */
function hourOf(serial: number, hour: number, chance: (below: number) => number): readonly StateRecord[] {
  let [lat, lon, course] = [12 + chance(1000) / 1000, -62 + chance(1000) / 1000, chance(36_000)]
  return Array.from({ length: STATES_AN_HOUR }, (_, n) => {
    course = (course + chance(81) - 40 + 36_000) % 36_000
    lat += (60 * Math.cos((course * Math.PI) / 18_000) + chance(9) - 4) / 111_195
    lon += (60 * Math.sin((course * Math.PI) / 18_000) + chance(9) - 4) / 108_000
    const time = START + hour * HOUR + n * 10_000
    return {
      serial, simulated: false, knownAt: time + 300 + chance(1500), time, isRevision: false,
      lat: Math.round(lat * 1e7) / 1e7, lon: Math.round(lon * 1e7) / 1e7,
      sigmaEast: (80 + chance(5)) / 10, sigmaNorth: (80 + chance(5)) / 10, correlation: 0,
      speed: (600 + chance(21)) / 100, courseDeg: course / 100, headingDeg: Math.floor(course / 100),
      means: 1, flags: 1, existence: 1, suspect: 2 / 254,
    }
  })
}

const STATE_COLUMNS = ['serial', 'knownAt', 'time', 'lat', 'lon', 'sigmaEast', 'sigmaNorth', 'correlation', 'speed',
  'courseDeg', 'headingDeg', 'means', 'flags', 'existence', 'suspect'] as const
const STATE_ROWS = `CREATE TABLE state (${STATE_COLUMNS.join(', ')}); CREATE INDEX state_of ON state (serial, knownAt)`
const STATE_PACKS = 'CREATE TABLE chunk (serial INTEGER, hour INTEGER, body BLOB, PRIMARY KEY (serial, hour)) WITHOUT ROWID'

/** The median of some rounds, in processor milliseconds. */
function milliseconds(work: () => number, wanted: number): number {
  const rounds = Array.from({ length: 5 }, () => processorSeconds(() => {
    const found = work()
    if (found !== wanted) throw new Error(`${wanted} were wanted and ${found} found`)
  }))
  return rounds.sort((a, b) => a - b)[2]! * 1000
}

function states(folder: string): void {
  const rows = openDatabase(folder, 'state-rows', STATE_ROWS)
  const packs = openDatabase(folder, 'state-packs', STATE_PACKS)
  const chance = numbers(5)
  const row = rows.prepare(`INSERT INTO state VALUES (${STATE_COLUMNS.map(() => '?').join()})`)
  const pack = packs.prepare('INSERT INTO chunk VALUES (?,?,?)')
  const keep = (serial: number, hour: number): void => {
    const records = hourOf(serial, hour, chance)
    for (const record of records) row.run(...STATE_COLUMNS.map((name) => record[name] ?? null))
    pack.run(serial, hour, packStates(records))
  }
  insideOne(rows, () => insideOne(packs, () => {
    for (let hour = 0; hour < MONTH; hour++) keep(0, hour)
    for (let serial = 1; serial <= TRACKS; serial++) keep(serial, 0)
  }))
  const count = (MONTH + TRACKS) * STATES_AN_HOUR
  const [packed, plain] = [bytesOf(packs, folder, 'state-packs'), bytesOf(rows, folder, 'state-rows')]
  print({ what: 'bytes of a state, packed', value: rounded(packed / count), rowsOverPacked: rounded(plain / packed), states: count })
  month(rows, packs)
  seek(rows, packs)
  rows.close()
  packs.close()
}

function month(rows: DatabaseSync, packs: DatabaseSync): void {
  const bodies = packs.prepare('SELECT body FROM chunk WHERE serial = 0 ORDER BY hour')
  const plain = rows.prepare('SELECT * FROM state WHERE serial = 0 ORDER BY knownAt')
  const packed = milliseconds(() => bodies.all().reduce((sum, { body }) => sum + unpackStates(bytes(body)).length, 0), MONTH * STATES_AN_HOUR)
  const beside = milliseconds(() => plain.all().length, MONTH * STATES_AN_HOUR)
  print({ what: 'ms to read a track of a month, 259,200 states', value: rounded(packed), bar: 50, ratio: rounded(packed / 50), rowsOverPacked: rounded(beside / packed) })
}

function seek(rows: DatabaseSync, packs: DatabaseSync): void {
  const moment = START + HOUR / 2
  const body = packs.prepare('SELECT body FROM chunk WHERE serial = ? AND hour = 0')
  const plain = rows.prepare('SELECT * FROM state WHERE serial = ? AND knownAt <= ? ORDER BY knownAt DESC LIMIT 1')
  const serials = Array.from({ length: TRACKS }, (_, n) => n + 1)
  const packed = milliseconds(() => serials.filter((serial) => lastStateKnown(bytes(body.get(serial)?.['body']), moment)).length, TRACKS)
  const beside = milliseconds(() => serials.filter((serial) => plain.get(serial, moment)).length, TRACKS)
  print({ what: 'ms to find 5,000 tracks as known at a moment', value: rounded(packed), bar: 300, ratio: rounded(packed / 300), rowsOverPacked: rounded(beside / packed) })
}

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new Error('a chunk has no bytes')
}

const folder = mkdtempSync(join(tmpdir(), 'csii-bench-pack-'))
try {
  const recorded = recordedFixes()
  if (recorded) fixes(folder, recorded)
  print({ what: 'most memory while fixes were packed, MiB', value: Math.round(process.resourceUsage().maxRSS / 1024) })
  states(folder)
  print({ what: 'load of the machine', value: rounded(loadavg()[0]!) })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
