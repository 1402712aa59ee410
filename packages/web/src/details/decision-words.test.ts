import type { DecisionView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import type { MessageId } from '../text/catalogue.ts'
import english from '../text/en.json'
import { decisionInWords, isAbout, provenanceInWords } from './decision-words.ts'

const text = (id: MessageId, values: Readonly<Record<string, string | number>> = {}) =>
  english[id].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
const kept = (changes: Partial<DecisionView>): DecisionView => ({
  id: 'D-1', kind: 'split', trackId: 'T-1', by: 'JB', at: Date.UTC(2026, 10, 24, 3, 5, 9), state: 'standing', ...changes,
})

describe('a decision', () => {
  it.each<[Partial<DecisionView>, string]>([
    [{ kind: 'split', sensorId: 'hill' }, 'hill split off T-1'],
    [{ kind: 'merge', otherId: 'T-2' }, 'T-1 merged with T-2'],
    [{ kind: 'pin', identity: '377000001' }, '377000001 pinned to T-1'],
  ])('reads as what was done: %j', (changes, words) => {
    expect(decisionInWords(kept(changes), text)).toBe(words)
  })

  it('is somebody’s, and of some time', () => {
    expect(provenanceInWords(kept({}))).toBe('JB, 03:05 UTC')
  })

  it('is about each of its tracks while it stands', () => {
    const merge = kept({ kind: 'merge', otherId: 'T-2' })
    expect(['T-1', 'T-2', 'T-3'].map((id) => isAbout(merge, id))).toEqual([true, true, false])
    expect(isAbout({ ...merge, state: 'undone' }, 'T-1')).toBe(false)
  })
})
