import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { score } from './score.ts'

const folder = mkdtempSync(join(tmpdir(), 'csii-score-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lines = (objects: readonly object[]) => objects.map((each) => `${JSON.stringify(each)}\n`).join('')
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const vessel = { id: 'T0', x: 0, y: 0, vx: 5, vy: 0, cls: 'vessel', vis: true, dark: 0, ident: '327000001' }
const track = { id: 'K1', x: 30, y: 40, vx: 5, vy: 1, ident: '327000001', dark: false, suspect: false }
const times = [10, 20, 30, 40]

let tracks = ''
beforeAll(() => {
  write('meta.json', JSON.stringify({ name: 'test', seed: 7, score_dt: 10 }))
  write('truth.jsonl', lines(times.map((t) => ({ t, ...vessel }))))
  write(
    'plots.jsonl',
    lines([
      { p: 0, k: 'radar' },
      { p: 1, k: 'ais' },
      { p: 2, k: 'radar' },
    ]),
  )
  write(
    'origin.jsonl',
    lines([
      { p: 0, o: 'T0' },
      { p: 1, o: 'T0' },
      { p: 2, o: null },
    ]),
  )
  tracks = write('tracks.jsonl', lines(times.map((t) => ({ t, ...track }))))
})

async function runWith(
  input: string,
  ...args: string[]
): Promise<{ code: number; printed: string[]; reported: string[] }> {
  const [printed, reported]: [string[], string[]] = [[], []]
  const code = await score(args, {
    stdin: Readable.from([input]),
    print: (line) => printed.push(line),
    report: (line) => reported.push(line),
  })
  return { code, printed, reported }
}

const run = (...args: string[]) => runWith('', ...args)

const refused = (sentence: string | RegExp) => ({
  code: 2,
  printed: [],
  reported: [sentence instanceof RegExp ? expect.stringMatching(sentence) : `csii score: ${sentence}`],
})

describe('csii score', () => {
  it('prints one line with every figure', async () => {
    const { code, printed } = await run(folder, tracks)
    expect(code).toBe(0)
    expect(printed.map((line) => JSON.parse(line))).toEqual([
      {
        scenario: 'test',
        seed: 7,
        GOSPA: 50,
        OSPA: 50,
        loc: 50,
        missed: 0,
        false: 0,
        C: 1,
        A: 1,
        S: 0,
        PA: 50,
        VA: 1,
        R: 0,
        LS: 1,
        idsw: 0,
        frag: 0,
        initDelay: 0,
        idOK: 1,
        idWrong: 0,
        darkP: null,
        darkR: null,
        spoofR: null,
        suspectOnTrue: 0,
      },
    ])
  })

  it('adds how well plots were put to tracks when it is told', async () => {
    const assoc = write(
      'assoc.jsonl',
      lines([
        { p: 0, id: 'K1' },
        { p: 1, id: 'K1' },
        { p: 2, id: 'K1' },
      ]),
    )
    expect(JSON.parse((await run(folder, tracks, assoc)).printed[0]!)).toMatchObject({
      purity: 0.6667,
      aisRadarPurity: 0.5,
      radarUsed: 1,
    })
  })

  it('reads packed files, whether named so or found beside the name', async () => {
    const packed = mkdtempSync(join(folder, 'packed-'))
    const pack = (name: string, text: string) => writeFileSync(join(packed, name), gzipSync(text))
    pack('meta.json.gz', JSON.stringify({ name: 'packed', seed: 1, score_dt: 10 }))
    pack('truth.jsonl.gz', lines([{ t: 10, ...vessel }]))
    pack('tracks.jsonl.gz', lines([{ t: 10, ...track }]))
    for (const name of ['tracks.jsonl.gz', 'tracks.jsonl']) {
      expect(JSON.parse((await run(packed, join(packed, name))).printed[0]!)).toMatchObject({
        scenario: 'packed',
        GOSPA: 50,
      })
    }
  })

  it('leaves out what was before the time it is told', async () => {
    const late = write('late.jsonl', lines([30, 40].map((t) => ({ t, ...track }))))
    expect(JSON.parse((await run(folder, late)).printed[0]!)).toMatchObject({ C: 0.5, initDelay: 20 })
    expect(JSON.parse((await run(folder, late, '--from', '30')).printed[0]!)).toMatchObject({ C: 1, initDelay: 0 })
  })

  it('reads tracks from standard input for -', async () => {
    const { code, printed } = await runWith(lines(times.map((t) => ({ t, ...track }))), folder, '-')
    expect(code).toBe(0)
    expect(JSON.parse(printed[0]!)).toMatchObject({ GOSPA: 50 })
    expect(await runWith('{"t":1}\n', folder, '-')).toEqual(refused('Standard input line 1: has no "x".'))
  })

  it('says when no track is of a time that is scored, as when its times are milliseconds', async () => {
    const late = write('ms.jsonl', lines(times.map((t) => ({ ...track, t: t * 1000 }))))
    const { code, printed, reported } = await run(folder, late)
    expect(code).toBe(0)
    expect(JSON.parse(printed[0]!)).toMatchObject({ C: 0 })
    expect(reported).toEqual(['csii score: none of 4 track lines is of a time at which test is scored.'])
  })

  it('scores a tracker that found nothing', async () => {
    expect(JSON.parse((await run(folder, write('none.jsonl', ''))).printed[0]!)).toMatchObject({
      C: 0,
      missed: 1,
      loc: null,
    })
  })
})

describe('csii score --report', () => {
  it('prints an evaluation for people', async () => {
    const { code, printed } = await run(folder, tracks, '--report')
    expect(code).toBe(0)
    expect(printed.join('\n')).toMatch(/^Evaluation of test, seed 7: 1 objects at 4 epochs, 10 s apart, from 0 s on\./)
    expect(printed.join('\n')).toContain('ED-142 TMA ≤ 150: pass')
  })

  it('prints the same as one JSON object with --json', async () => {
    const { printed } = await run(folder, tracks, '--report', '--json', '--from', '20')
    expect(printed.length).toBe(1)
    expect(JSON.parse(printed[0]!)).toMatchObject({ scenario: 'test', from: 20, epochs: 3, objects: 1 })
  })
})

describe('csii score refuses in one sentence', () => {
  it('a command line that it cannot understand', async () => {
    expect(await run()).toEqual(refused(/^csii score: it compares a scenario with tracks\. Write /))
    expect(await run(folder)).toEqual(refused(/it compares/))
    expect(await run(folder, tracks, 'a', 'b')).toEqual(refused(/it compares/))
    expect(await run(folder, tracks, '--form', '3')).toEqual(refused(/Unknown option '--form'/))
    expect(await run(folder, tracks, '--json')).toEqual(
      refused('without --report it prints JSON anyway: leave out --json.'),
    )
    expect(await run(folder, tracks, '--from', 'noon')).toEqual(refused('"noon" is not a number of seconds.'))
  })

  it('a file that is not there', async () => {
    const absent = join(folder, 'absent')
    expect(await run(absent, tracks)).toEqual(
      refused(`There is no file ${absent}/meta.json or ${absent}/meta.json.gz.`),
    )
    expect(await run(folder, absent)).toEqual(refused(`There is no file ${absent} or ${absent}.gz.`))
    expect(await run(folder, tracks, absent)).toEqual(refused(`There is no file ${absent} or ${absent}.gz.`))
    expect(await run(folder, folder)).toEqual(refused(/cannot be read: EISDIR/))
  })

  it('a packed file that is cut short', async () => {
    const cut = write('cut.jsonl.gz', gzipSync(lines(times.map((t) => ({ t, ...track })))).subarray(0, 40))
    expect(await run(folder, cut)).toEqual(refused(/cut\.jsonl\.gz cannot be read: unexpected end of file\.$/))
  })

  it.each([
    ['{"t":10,', 'is no JSON object'],
    ['[1,2]', 'is no JSON object'],
    ['7', 'is no JSON object'],
    ['{"t":10}', 'has no "x"'],
    [JSON.stringify({ t: 10, ...track, x: 'far' }), 'its "x" is "far"'],
    [JSON.stringify({ t: 10, ...track, y: 1e300 }), 'its "y" is 1e+300'],
    [JSON.stringify({ t: 10, ...track, id: null }), 'its "id" is null'],
    [JSON.stringify({ t: 10, ...track, ident: 327000001 }), 'its "ident" is 327000001'],
    [JSON.stringify({ t: 10, ...track, dark: 'no' }), 'its "dark" is "no"'],
    [JSON.stringify({ t: 10, ...track, cxx: 4, cyy: 4 }), 'has a part of "cxx", "cxy", "cyy" only'],
    [JSON.stringify({ t: 10, ...track, cxx: 4, cxy: 5, cyy: 4 }), 'its covariance 4, 5, 4 is not positive definite'],
  ])('a track line %s', async (line, problem) => {
    const wrong = write('wrong.jsonl', `${JSON.stringify({ t: 10, ...track })}\n\n${line}\n`)
    expect(await run(folder, wrong)).toEqual(refused(`${wrong} line 3: ${problem}.`))
  })

  it('a plot that the scenario does not have', async () => {
    const assoc = write(
      'unknown.jsonl',
      lines([
        { p: 0, id: 'K1' },
        { p: 77, id: 'K1' },
      ]),
    )
    expect(await run(folder, tracks, assoc)).toEqual(refused(`${assoc} names plot 77, which ${folder} does not have.`))
  })

  it('a scenario without a name, or with nothing to see', async () => {
    const other = mkdtempSync(join(folder, 'other-'))
    writeFileSync(join(other, 'meta.json'), '{"seed":1,"score_dt":10}')
    expect(await run(other, tracks)).toEqual(refused(`${other}/meta.json: has no "name".`))
    writeFileSync(join(other, 'meta.json'), '{"name":"empty","seed":1,"score_dt":0}')
    expect(await run(other, tracks)).toEqual(refused(`${other}/meta.json: its "score_dt" is 0.`))
    expect(await run(folder, tracks, '--from', '41')).toEqual(refused(`${folder} has nothing to be seen from 41 s on.`))
  })
})
