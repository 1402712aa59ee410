/** What the store gives back of a column of whole numbers: PostgreSQL's driver hands out a `bigint` as text. */
type Whole = number

export type HistoryTables = {
  /** The starts of the pipeline. */
  run: { run: Whole; started_at: number }
  /** One row for each batch and each human action, numbered without gaps. */
  journal: {
    seq: Whole
    /** 0: a batch, 1: an action, 2: a batch that is in chunks and whose own bytes were lost. */
    kind: Whole
    first_at: number
    last_at: number
    plots: Whole
    body: Uint8Array
    sum: Whole
  }
  /** Up to where batches were taken out of the journal, and how many actions stay there for ever. */
  pruning: { through_seq: Whole; actions: Whole }
  /** Which part of the journal is in chunks: parts follow one another without gaps. */
  packing: { id: Whole; first_seq: Whole; last_seq: Whole; first_chunk: Whole; is_done: Whole }
  chunk: {
    id: Whole
    packing: Whole
    /** 0: plots of a source, 1: states of a track, 2: statements of a source. */
    kind: Whole
    source: string
    run: Whole
    serial: Whole
    hour: Whole
    part: Whole
    from_time: number
    to_time: number
    known_from: number
    known_to: number
    west: number
    south: number
    east: number
    north: number
    count: Whole
    simulated: Whole
    label: string
    body: Uint8Array
    sum: Whole
  }
  chunk_cell: { cell: string; hour: Whole; chunk: Whole }
  track: {
    run: Whole
    serial: Whole
    simulated: Whole
    first_at: number
    last_at: number
    mmsi: Whole | null
    imo: Whole | null
    icao: Whole | null
    name: string | null
    call_sign: string | null
    marking: string | null
    uid: string | null
  }
  track_info: { run: Whole; serial: Whole; known_at: number; packing: Whole; body: Uint8Array; sum: Whole }
  track_end: {
    run: Whole
    serial: Whole
    known_at: number
    simulated: Whole
    packing: Whole
    into_run: Whole | null
    into_serial: Whole | null
    sum: Whole
  }
  /** All tracks as they were known at a moment. */
  keyframe: { at: number; simulated: Whole; packing: Whole; body: Uint8Array; sum: Whole }
}

/** The tables, with the types that SQLite and PostgreSQL have for bytes and for numbers. */
const tables = (bytes: string, real: string, whole: string): string[] => [
  `CREATE TABLE run (run ${whole} PRIMARY KEY, started_at ${real} NOT NULL)`,
  `CREATE TABLE journal (
    seq ${whole} PRIMARY KEY, kind ${whole} NOT NULL, first_at ${real} NOT NULL, last_at ${real} NOT NULL,
    plots ${whole} NOT NULL, sum ${whole} NOT NULL, body ${bytes} NOT NULL)`,
  `CREATE TABLE pruning (through_seq ${whole} PRIMARY KEY, actions ${whole} NOT NULL)`,
  `CREATE TABLE packing (
    id ${whole} PRIMARY KEY, first_seq ${whole} NOT NULL, last_seq ${whole} NOT NULL, first_chunk ${whole} NOT NULL,
    is_done ${whole} NOT NULL)`,
  `CREATE TABLE chunk (
    id ${whole} PRIMARY KEY, packing ${whole} NOT NULL, kind ${whole} NOT NULL, source TEXT NOT NULL, run ${whole} NOT NULL,
    serial ${whole} NOT NULL, hour ${whole} NOT NULL, part ${whole} NOT NULL, from_time ${real} NOT NULL,
    to_time ${real} NOT NULL, known_from ${real} NOT NULL, known_to ${real} NOT NULL, west ${real} NOT NULL,
    south ${real} NOT NULL, east ${real} NOT NULL, north ${real} NOT NULL, count ${whole} NOT NULL,
    simulated ${whole} NOT NULL, label TEXT NOT NULL, sum ${whole} NOT NULL, body ${bytes} NOT NULL)`,
  `CREATE INDEX chunk_of_track ON chunk (run, serial, hour)`,
  `CREATE INDEX chunk_of_source ON chunk (source, hour)`,
  `CREATE INDEX chunk_of_hour ON chunk (hour, kind)`,
  `CREATE INDEX chunk_of_packing ON chunk (packing)`,
  `CREATE TABLE chunk_cell (cell TEXT NOT NULL, hour ${whole} NOT NULL, chunk ${whole} NOT NULL, PRIMARY KEY (cell, hour, chunk))`,
  `CREATE INDEX cell_of_chunk ON chunk_cell (chunk)`,
  `CREATE TABLE track (
    run ${whole} NOT NULL, serial ${whole} NOT NULL, simulated ${whole} NOT NULL, first_at ${real} NOT NULL,
    last_at ${real} NOT NULL, mmsi ${whole}, imo ${whole}, icao ${whole}, name TEXT, call_sign TEXT, marking TEXT, uid TEXT,
    PRIMARY KEY (run, serial))`,
  ...['mmsi', 'imo', 'icao', 'name', 'call_sign', 'marking', 'uid'].map(
    (column) => `CREATE INDEX track_by_${column} ON track (${column}) WHERE ${column} IS NOT NULL`,
  ),
  `CREATE TABLE track_info (
    run ${whole} NOT NULL, serial ${whole} NOT NULL, known_at ${real} NOT NULL, packing ${whole} NOT NULL, body ${bytes} NOT NULL,
    sum ${whole} NOT NULL, PRIMARY KEY (run, serial, known_at))`,
  `CREATE INDEX info_by_time ON track_info (known_at)`,
  `CREATE TABLE track_end (
    run ${whole} NOT NULL, serial ${whole} NOT NULL, known_at ${real} NOT NULL, simulated ${whole} NOT NULL,
    packing ${whole} NOT NULL, into_run ${whole},
    into_serial ${whole}, sum ${whole} NOT NULL, PRIMARY KEY (run, serial))`,
  `CREATE INDEX end_by_time ON track_end (known_at)`,
  `CREATE TABLE keyframe (
    at ${real} NOT NULL, simulated ${whole} NOT NULL, packing ${whole} NOT NULL, body ${bytes} NOT NULL, sum ${whole} NOT NULL,
    PRIMARY KEY (at, simulated))`,
]

/** Step `n` leads to version `n + 1`, and is never edited again. */
export const HISTORY_STEPS = {
  sqlite: [tables('BLOB', 'REAL', 'INTEGER').map((table) => `${table};`).join('\n')],
  postgres: [tables('BYTEA', 'DOUBLE PRECISION', 'BIGINT').map((table) => `${table};`).join('\n')],
}
