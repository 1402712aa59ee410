import { describe, expect, it } from 'vitest'
import { latin1, utf8 } from './fixtures/bytes.ts'
import type { MappedRow } from './mapped-row.ts'
import { TableReader } from './table-reader.ts'
import { PLACE_AND_TIME, SPEED, type Vocabulary } from './vocabulary.ts'

const VOCABULARY: Vocabulary = { ...PLACE_AND_TIME, id: { headers: 'id, beacon' }, speed: SPEED }
const NOON = Date.UTC(2026, 2, 1, 12, 30)

function summary(row: MappedRow) {
  const [time, place] = [row.time(), row.position()]
  return [
    row.text('id'),
    typeof time === 'string' ? time : time.time - NOON,
    typeof place === 'string' ? place : `${place.lat.degrees} ${place.lon.degrees}`,
  ].join(' / ')
}

interface Given {
  readonly mapping?: string
  readonly datagrams?: boolean
}

function read(pieces: readonly (string | Uint8Array)[], { mapping, datagrams = false }: Given = {}): string[] {
  const told: string[] = []
  const taker = {
    row: (row: MappedRow) => void told.push(summary(row)),
    refused: (problem: string) => void told.push(problem),
  }
  const reader = new TableReader({ vocabulary: VOCABULARY, required: ['time', 'lat', 'lon'], mapping }, taker)
  for (const piece of pieces) reader.read(typeof piece === 'string' ? latin1(piece) : piece, datagrams)
  reader.end()
  return told
}

const HEADER = 'Beacon,Timestamp,Latitude,Longitude\n'
const ROW = '7,2026-03-01 12:30:00,13.1,-61.2\n'
const SEEN = '7 / 0 / 13.1 -61.2'

describe('a list', () => {
  it('is read by its header', () => {
    expect(read([HEADER, ROW, ROW])).toEqual([SEEN, SEEN])
  })

  it('has the columns in any order, and others between', () => {
    expect(
      read(['note,Longitude,Latitude,x,Beacon,Timestamp\n', '"a, b",-61.2,13.1,,7,2026-03-01 12:30:00\n']),
    ).toEqual([SEEN])
  })

  it('has nothing to say before its header', () => {
    expect(read(['Fleet report\n', '\n', HEADER, ROW])).toEqual(['framing', SEEN])
    expect(read([ROW, HEADER, ROW])).toEqual(['framing', SEEN])
  })

  it('may follow another in one stream, with other columns', () => {
    expect(read([HEADER, ROW, HEADER, ROW, 'lat;lon;time;id\n', '13,1;-61,2;2026-03-01 12:30:00;7\n'])).toEqual([
      SEEN,
      SEEN,
      SEEN,
    ])
  })

  it('may have its header in every datagram, or in the first alone', () => {
    expect(read([HEADER + ROW, HEADER + ROW, ROW], { datagrams: true })).toEqual([SEEN, SEEN, SEEN])
  })

  it('begins with a byte order mark when a spreadsheet wrote it', () => {
    expect(read([utf8(`\ufeff${HEADER}${ROW}`)])).toEqual([SEEN])
  })

  it('has rows that are too short, and rows that hold no place or time', () => {
    expect(read([HEADER, '7,2026-03-01 12:30:00,13.1\n'])).toEqual(['7 / 0 / length'])
    expect(read([HEADER, '7\n'])).toEqual(['7 / length / length'])
    expect(read([HEADER, '7,soon,north,west\n'])).toEqual(['7 / value / value'])
    expect(read([HEADER, '7,2026-03-01 12:30:00,,\n', '7,2026-03-01 12:30:00,0,0.000\n'])).toEqual([
      '7 / 0 / value',
      '7 / 0 / value',
    ])
  })

  it('tells of a record that never ends', () => {
    expect(read([HEADER, `"${'x'.repeat(20_000)}\n`, ROW])).toEqual(['overflow', SEEN])
  })
})

describe('a list with a mapping', () => {
  const mapping = 'time=Quand lat=Y+Ym lon=X id=No zone=-4 timeFormat=DD/MM/YYYY HH:mm'

  it('is read by the headers that the mapping names', () => {
    expect(read(['Rapport\nNo;Quand;X;Y;Ym\n', '7;01/03/2026 08:30;-61,2;13;06.0 N\n'], { mapping })).toEqual([
      'framing',
      SEEN,
    ])
  })

  it('does without the columns that it can do without', () => {
    expect(read(['Quand;X;Y;Ym\n', '01/03/2026 08:30;-61,2;13;06.0 N\n'], { mapping })).toEqual([' / 0 / 13.1 -61.2'])
  })

  it('may have a number for a header', () => {
    const years = 'id="2026" time=Time lat=Lat lon=Lon'
    expect(read(['2026,Time,Lat,Lon\n', ROW], { mapping: years })).toEqual([SEEN])
  })

  const numbered = 'id=1 time=2 lat=3 lon=#4'

  it('needs no header when it numbers the columns', () => {
    expect(read([ROW, ROW], { mapping: numbered })).toEqual([SEEN, SEEN])
    expect(read(['7;2026-03-01 12:30:00;13,1;-61,2\n'], { mapping: numbered })).toEqual([SEEN])
  })

  it('passes over a header all the same, and over no row that only looks like one', () => {
    expect(read([HEADER, ROW, HEADER, ROW], { mapping: numbered })).toEqual([SEEN, SEEN])
    expect(read([HEADER, ROW, 'a,b,c,d\n'], { mapping: numbered })).toEqual([SEEN, 'a / value / value'])
    expect(read([HEADER + ROW, `a,b,c,d\n${ROW}`], { mapping: numbered, datagrams: true })).toEqual([SEEN, SEEN])
  })

  it('says which delimiter it has where that could be doubted', () => {
    expect(read(['7|2026-03-01 12:30:00|13,1|-61,2\n'], { mapping: `${numbered} delimiter=bar` })).toEqual([SEEN])
  })

  it('has hemispheres in columns of their own', () => {
    const columns = 'id=1 time=2 lat=3 ns=4 lon=5 ew=6'
    expect(read(['7,2026-03-01 12:30:00,1306.000,N,06112.000,W\n'], { mapping: columns })).toEqual([SEEN])
  })
})
