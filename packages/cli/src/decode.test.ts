import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decode } from './decode.ts'

const MOORED = '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C'
const DAMAGED = MOORED.replace('G?tO', 'G?tP')

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'csii-decode-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** A stream that keeps what is written to it. */
function keeper() {
  let kept = ''
  const stream = new Writable({
    write(chunk, _, done) {
      kept += String(chunk)
      done()
    },
  })
  return { stream, lines: () => kept.split('\n').filter((line) => line !== '') }
}

async function run(args: string[], stdin = '') {
  const out = keeper()
  const reports: string[] = []
  const streams = { stdin: Readable.from([stdin]), stdout: out.stream, report: (line: string) => void reports.push(line) }
  const code = await decode(args, streams)
  return { code, messages: out.lines().map((line) => JSON.parse(line)), reports }
}

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('csii decode', () => {
  it('prints a message as people read it: degrees, knots, and nothing that is not available', async () => {
    const { code, messages } = await run([fileWith('one.nmea', `${MOORED}\r\n`)])
    expect(code).toBe(0)
    expect(messages).toMatchObject([{ type: 1, mmsi: 477_553_000, speed: 0, course: 51, heading: 181, status_text: 'Moored' }])
    expect(messages[0].lat).toBeCloseTo(47.5828, 4)
  })

  it('prints it as it was transmitted with --raw', async () => {
    const { messages } = await run(['--raw', '--format', 'nmea', fileWith('raw.nmea', `${MOORED}\r\n`)])
    expect(messages).toMatchObject([{ type: 1, scaled: false, lon: -73_407_500, lat: 28_549_700, course: 510, turn: 0 }])
  })

  it('reads standard input', async () => {
    expect((await run(['-'], `${MOORED}\n${MOORED}\n`)).messages).toHaveLength(2)
  })

  it('reads a packed file', async () => {
    expect((await run([fileWith('packed.nmea.gz', gzipSync(`${MOORED}\n`))])).messages).toHaveLength(1)
  })

  it('prints more than any buffer holds, in order', async () => {
    const boats = Array.from({ length: 3000 }, () => MOORED).join('\n')
    expect((await run(['-'], boats)).messages).toHaveLength(3000)
  })

  it('says how many sentences it could not read, and why', async () => {
    const { code, messages, reports } = await run(['-'], `${MOORED}\n${DAMAGED}\njunk\n$GPGLL,,*50\n`)
    expect(code).toBe(0)
    expect(messages).toHaveLength(1)
    expect(reports).toEqual(['4 sentences: 1 decoded, 1 framing, 1 checksum, 1 unsupported'])
  })

  it('fails when the file is not there', async () => {
    const { code, reports } = await run([join(folder, 'absent.nmea')])
    expect(code).toBe(1)
    expect(reports.join()).toMatch(/could not read .*absent\.nmea: ENOENT/)
  })

  it('fails when a packed file is damaged', async () => {
    const { code } = await run([fileWith('damaged.gz', 'this was never packed')])
    expect(code).toBe(1)
  })

  it.each([
    [['--format', 'cot', '-'], 'does not read the format "cot". Write one of: auto, nmea.'],
    [['--frobnicate', '-'], "Unknown option '--frobnicate'"],
    [[], 'Write its path, or - for standard input.'],
    [['one', 'two'], 'reads one file'],
  ])('explains a command line that it cannot understand: %j', async (args, sentence) => {
    const { code, messages, reports } = await run(args)
    expect(code).toBe(2)
    expect(messages).toEqual([])
    expect(reports.join()).toContain(sentence)
  })

  it('says that the disk is full when it is', async () => {
    const stdout = new PassThrough()
    stdout.once('data', () => stdout.destroy(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })))
    const reports: string[] = []
    const boats = Array.from({ length: 5000 }, () => `${MOORED}\n`)
    const code = await decode(['-'], { stdin: Readable.from(boats), stdout, report: (line) => void reports.push(line) })
    expect(code).toBe(1)
    expect(reports).toEqual(['csii decode could not write what it read of -: ENOSPC: no space left'])
  })

  it('ends quietly when its reader goes away', async () => {
    const stdout = new PassThrough()
    const reports: string[] = []
    stdout.once('data', () => stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })))
    const boats = Array.from({ length: 5000 }, () => `${MOORED}\n`)
    const code = await decode(['-'], { stdin: Readable.from(boats), stdout, report: (line) => void reports.push(line) })
    expect(code).toBe(0)
    expect(reports).toEqual([])
  })
})
