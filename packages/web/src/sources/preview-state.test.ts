import { describe, expect, it } from 'vitest'
import type { PreviewLine } from '@csii/contract'
import { BEGUN, previewAfter } from './preview-state.ts'

const after = (...lines: readonly PreviewLine[]) => lines.reduce(previewAfter, BEGUN)
const plot = (time: number): PreviewLine => ({ plot: { time, position: { lat: 13, lon: -61 }, sigma: 10 } })

describe('a source that is being tested', () => {
  it('is shown as it was last heard of', () => {
    expect(after({ state: 'connecting' }, { state: 'waiting', detail: 'No answer' }).connection).toEqual({ state: 'waiting', detail: 'No answer' })
    expect(after({ kind: 'ais' }).kind).toBe('ais')
  })

  it('shows the newest dozen of what it says, newest first', () => {
    const { observations } = after(...Array.from({ length: 20 }, (_, time) => plot(time)))
    expect(observations).toHaveLength(12)
    expect(observations[0]).toMatchObject({ plot: { time: 19 } })
    expect(new Set(observations.map(({ number }) => number)).size).toBe(12)
  })

  it('shows the last five inputs that cannot be read, until its format is recognised', () => {
    const problem: PreviewLine = { problem: 'unrecognised', text: '!AIVDM' }
    expect(after(...Array.from({ length: 9 }, () => problem)).problems).toHaveLength(5)
    expect(after(problem, { kind: 'ais' }).problems).toEqual([])
  })

  it('keeps what is proposed for it', () => {
    const proposal = { key: 'mapping', value: 'lat=Latitud', missing: ['timeFormat'] }
    expect(after({ proposal }, plot(1)).proposal).toEqual(proposal)
  })

  it('keeps its counts', () => {
    const counts = {
      bytes: 9, received: 3, decoded: 2, duplicates: 0, pending: 0, problems: { checksum: 1 }, plots: 2, statements: 0, measurements: 0,
      unshown: 0, dropped: 0,
    }
    expect(after({ counts }, plot(1)).counts).toEqual(counts)
  })
})
