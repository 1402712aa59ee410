import { writeTagBlock } from '@csii/codecs'
import { Readable, PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedFile } from '../../codecs/oracles/oracles.ts'
import { gunzipSync } from 'node:zlib'
import { replay } from './replay.ts'

async function run(args: string[], input: readonly (string | Uint8Array)[] = []) {
  const stdout = new PassThrough()
  const printed = text(stdout)
  const reported: string[] = []
  const code = await replay(args, { stdin: Readable.from(input), stdout, report: (line) => void reported.push(line) })
  stdout.end()
  return { code, printed: await printed, reported }
}

const denmark = sharedFile('ais/denmark-5min.nmea.gz')
const recording = (): Buffer => gunzipSync(denmark!).subarray(0, 400_000)

describe('csii replay', () => {
  it.skipIf(!denmark)('gives identical tracks each time, in whatever pieces the bytes come', async () => {
    const bytes = recording()
    const whole = await run(['-'], [bytes])
    expect(whole.printed.split('\n').length).toBeGreaterThan(1000)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { minLength: 1, maxLength: 20 }), async (cuts) => {
        const ends = [...cuts].sort((a, b) => a - b)
        const pieces = [0, ...ends].map((from, index) => bytes.subarray(from, ends[index] ?? bytes.length))
        expect((await run(['-'], pieces)).printed).toBe(whole.printed)
      }), { numRuns: 3 },
    )
  })

  it('goes by the clock of the recording', async () => {
    const sentence = '!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62\n'
    const later = Date.UTC(2026, 10, 24, 2, 11)
    const { printed, reported } = await run(
      ['--from', '2026-11-24T02:10:00Z', '--per-line', '1000', '-'], [sentence, writeTagBlock({ time: later }), sentence],
    )
    expect(reported).toEqual(['1 tracks at 2026-11-24T02:11:00.000Z'])
    expect(JSON.parse(printed)).toMatchObject({ id: 'T-1', mmsi: 218_278_000, plots: 2, heardAt: later })
  })

  it.each([
    [[], 'plays one recording'],
    [['--kind', 'sonar', '-'], 'knows no kind sonar'],
    [['--from', 'yesterday', '-'], 'is no time'],
    [['--per-line', '-1', '-'], 'per-line'],
    [['/nowhere/at/all'], 'could not read'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const { code, reported } = await run(args)
    expect(code).toBe(2)
    expect(reported[0]).toContain(sentence)
  })
})
