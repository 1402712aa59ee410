import { describe, expect, it } from 'vitest'
import {
  linesOf,
  readAssociationLine,
  readMeta,
  readOriginLine,
  readPlotLine,
  readTrackLine,
  readTruthLine,
} from './line.ts'
import { object, track } from './fixtures/world.ts'

const linesAs = (text: string) => linesOf('tracks.jsonl', text, readTrackLine)

describe('a file of JSON lines', () => {
  it('may have blank lines, either line end, and no end of its last line', () => {
    const text = [track({ id: 1 }), track({ id: 'b' })].map((each) => JSON.stringify(each)).join('\r\n\n')
    expect(linesAs(text)).toEqual({ ok: true, value: [track({ id: 1 }), track({ id: 'b' })] })
    expect(linesAs('')).toEqual({ ok: true, value: [] })
    expect(linesAs('\n\n')).toEqual({ ok: true, value: [] })
  })

  it('is refused by the number of its first wrong line', () => {
    const good = JSON.stringify(track({ id: 1 }))
    expect(linesAs(`${good}\n\n${good}\nnonsense\n{}`)).toEqual({
      ok: false,
      problem: 'tracks.jsonl line 4: is no JSON object.',
    })
  })

  it('is refused wherever it is cut, but between two lines', () => {
    const line = JSON.stringify(track({ id: 'K', ident: 'M1' }))
    for (let length = 1; length < line.length; length++)
      expect(linesAs(`${line}\n${line.slice(0, length)}`).ok).toBe(false)
    expect(linesAs(`${line}\n`).ok).toBe(true)
  })
})

describe('a track line', () => {
  const wrong = (fields: object) => readTrackLine({ ...track({ id: 1 }), ...fields })

  it('says nothing by null of what it need not say', () => {
    const read = readTrackLine({
      t: 0,
      id: 'K',
      x: 1,
      y: 2,
      vx: 3,
      vy: 4,
      ident: null,
      dark: null,
      suspect: null,
      cxx: null,
      cxy: null,
      cyy: null,
    })
    expect(read).toEqual({ ok: true, value: { t: 0, id: 'K', x: 1, y: 2, vx: 3, vy: 4, ident: null } })
    expect(readTrackLine({ t: 0, id: 0, x: 1, y: 2, vx: 3, vy: 4 }).ok).toBe(true)
  })

  it('may have a covariance that is one', () => {
    expect(wrong({ cxx: 4, cxy: -1, cyy: 9 }).ok).toBe(true)
    for (const [cxx, cxy, cyy] of [
      [4, 6, 9],
      [0, 0, 9],
      [4, 0, -9],
      [-4, 0, -9],
    ]) {
      expect(wrong({ cxx, cxy, cyy })).toEqual({
        ok: false,
        problem: `its covariance ${cxx}, ${cxy}, ${cyy} is not positive definite`,
      })
    }
    expect(wrong({ cxx: 4 })).toEqual({ ok: false, problem: 'has a part of "cxx", "cxy", "cyy" only' })
  })

  it.each(['t', 'x', 'y', 'vx', 'vy'])('has a number for %s', (name) => {
    for (const value of ['5', null, true, [], 1e13, -1e300]) {
      expect(wrong({ [name]: value })).toEqual({ ok: false, problem: `its "${name}" is ${JSON.stringify(value)}` })
    }
  })

  it('has flags that are true or false', () => {
    expect(wrong({ dark: 1 })).toEqual({ ok: false, problem: 'its "dark" is 1' })
    expect(wrong({ suspect: 'yes' })).toEqual({ ok: false, problem: 'its "suspect" is "yes"' })
  })
})

describe('the other lines', () => {
  it('are read as a scenario has them', () => {
    expect(readTruthLine({ ...object({ id: 'T', dark: null, ident: 'M1' }) })).toEqual({
      ok: true,
      value: object({ id: 'T', dark: null, ident: 'M1' }),
    })
    expect(
      readAssociationLine({ p: 3, id: 'K' }).ok &&
        readOriginLine({ p: 3, o: null }).ok &&
        readPlotLine({ p: 3, k: 'radar', x: 5 }).ok,
    ).toBe(true)
  })

  it.each([
    [readTruthLine({ ...object({ id: 'T' }), vis: 1 }), 'its "vis" is 1'],
    [readTruthLine({ ...object({ id: 'T' }), dark: true }), 'its "dark" is true'],
    [readAssociationLine({ p: '3', id: 'K' }), 'its "p" is "3"'],
    [readOriginLine({ p: 3 }), 'has no "o"'],
    [readPlotLine({ p: 3, k: 5 }), 'its "k" is 5'],
    [readMeta('{"name":"a","seed":1,"score_dt":-5}'), 'its "score_dt" is -5'],
    [readMeta('{"name":"a","seed":1,"score_dt":5,"gospa_c":0}'), 'its "gospa_c" is 0'],
    [readMeta('[]'), 'is no JSON object'],
  ])('are refused when they are not', (read, problem) => {
    expect(read).toEqual({ ok: false, problem })
  })
})
