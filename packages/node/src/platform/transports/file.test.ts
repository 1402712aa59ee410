import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { file } from './file.ts'
import { Taker } from './fixtures/taking.ts'
import { createSchedule, recordedAt } from './pace.ts'
import { openStream } from './stdin.ts'

const folder = mkdtempSync(join(tmpdir(), 'csii-file-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lines = Array.from({ length: 5_000 }, (_, i) => `!AIVDM,1,1,,A,${i},0*00`)
const whole = `${lines.join('\n')}\n`

function playing(name: string, content: Uint8Array | string, query = '?speed=0') {
  const path = join(folder, name)
  writeFileSync(path, content)
  const taker = new Taker()
  return { taker, transport: file.open(new URL(`file:${path}${query}`), taker) }
}

describe('a recording', () => {
  it('is played to its end, and not again', async () => {
    const { taker } = playing('plain.nmea', whole)
    await expect.poll(() => taker.closings).toEqual([{ why: 'The recording has ended', final: true }])
    expect(taker.text).toBe(whole)
  })

  it('keeps every byte, text or not', async () => {
    const strange = Buffer.from('21ffe9410a24e280a8420d0a80', 'hex')
    for (const query of ['?speed=0', '?linesPerSecond=100000']) {
      const { taker } = playing('strange.nmea', strange, query)
      await expect.poll(() => taker.closings.length).toBe(1)
      expect(Buffer.from(taker.text, 'latin1')).toEqual(strange)
    }
  })

  it('may be packed', async () => {
    const { taker } = playing('packed.nmea.gz', gzipSync(whole))
    await expect.poll(() => taker.closings.length).toBe(1)
    expect(taker.text).toBe(whole)
  })

  it('waits while there is no room, and then goes on', async () => {
    const { taker, transport } = playing('slow.nmea', whole)
    taker.isFull = true
    await expect.poll(() => taker.chunks).toBe(1)
    taker.isFull = false
    transport.resume()
    await expect.poll(() => taker.text.length).toBe(whole.length)
  })

  it('that is absent or damaged is given up with the reason', async () => {
    const absent = new Taker()
    file.open(new URL(`file:${folder}/absent.nmea`), absent)
    await expect.poll(() => absent.closings).toMatchObject([{ why: expect.stringContaining('ENOENT'), final: true }])
    const { taker } = playing('damaged.gz', 'this is not gzip')
    await expect.poll(() => taker.closings).toMatchObject([{ why: expect.stringContaining('header'), final: true }])
  })

  it('waits without a fuss for a line that is due in months', async () => {
    const warnings: Error[] = []
    const note = (warning: Error) => void warnings.push(warning)
    process.on('warning', note)
    const { taker, transport } = playing('years.nmea', '\\c:1700000000*00\\!A\n\\c:1700009999*00\\!B\n', '?speed=0.001')
    await expect.poll(() => taker.chunks).toBe(1)
    await sleep(20)
    await transport.close()
    process.off('warning', note)
    expect(warnings).toEqual([])
  })

  it('can be stopped in the middle of a pause', async () => {
    const timed = '\\c:1700000000*00\\!A\n\\c:1700009999*00\\!B\n'
    const { taker, transport } = playing('pause.nmea', timed, '')
    await expect.poll(() => taker.chunks).toBe(1)
    await transport.close()
    expect(taker.text).toBe('\\c:1700000000*00\\!A\n')
    expect(taker.closings).toEqual([])
  })
})

describe('the pace of a recording', () => {
  const due = (pace: Parameters<typeof createSchedule>[0], ...of: string[]) => of.map(createSchedule(pace))

  it('is that of its tag blocks, in seconds or milliseconds', () => {
    expect(recordedAt('\\s:a,c:1700000000*12\\!AIVDM')).toBe(1_700_000_000_000)
    expect(recordedAt('\\c:1700000000250*12\\!AIVDM')).toBe(1_700_000_000_250)
    expect(due({ speed: 1 }, '\\c:1700000000*0\\!A', '!B', '\\c:1700000060*0\\!C')).toEqual([0, 0, 60_000])
  })

  it('is not held up by a damaged time, nor by a clock that was set', () => {
    const at = (seconds: number) => `\\c:${seconds}*0\\!A`
    const [start, day] = [1_700_000_000, 86_400]
    expect(due({ speed: 1 }, at(start), at(999_999_999_999), at(start + 10), at(start + 20))).toEqual([0, 0, 0, 10_000])
    expect(due({ speed: 1 }, at(start), at(start - 3 * day), at(start - 3 * day + 5))).toEqual([0, 0, 5_000])
    expect(due({ speed: 1 }, at(start), at(start + day), at(start + day - 2), at(start + day + 1)))
      .toEqual([0, day * 1000, day * 1000, day * 1000 + 1000])
  })

  it('is that of Gatehouse lines', () => {
    expect(recordedAt('$PGHP,1,2013,11,12,12,0,5,250,219,,2190047,1,2F*21')).toBe(Date.UTC(2013, 10, 12, 12, 0, 5, 250))
  })

  it('may be quicker', () => {
    expect(due({ speed: 10 }, '\\c:1700000000*0\\!A', '\\c:1700000060*0\\!B')).toEqual([0, 6_000])
    expect(due({ speed: 0 }, '\\c:1700000000*0\\!A', '\\c:1700000060*0\\!B')).toEqual([0, 0])
    expect(due({ speed: 1, linesPerSecond: 50 }, '!A', '!B', '!C')).toEqual([0, 20, 40])
  })

  it('never goes back when the recording does', () => {
    expect(due({ speed: 1 }, '\\c:1700000060*0\\!A', '\\c:1700000090*0\\!B', '\\c:1700000000*0\\!C')).toEqual([0, 30_000, 30_000])
  })

  it('is a steady one when nothing tells the time', () => {
    expect(due({ speed: 1 }, '!A', '!B', '!C')).toEqual([0, 10, 20])
  })
})

describe('a pipe into the node', () => {
  it('is read to its end', async () => {
    const taker = new Taker()
    openStream(Readable.from([Buffer.from('!A\n'), Buffer.from('!B\n')]), taker)
    await expect.poll(() => taker.closings).toEqual([{ why: 'The input has ended', final: true }])
    expect(taker.text).toBe('!A\n!B\n')
  })
})
