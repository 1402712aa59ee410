import { describe, expect, it } from 'vitest'
import { HOME, type ScreenState } from './screen-state.ts'
import type { Command } from './shortcuts.ts'
import { obey } from './use-commands.ts'

const SCREEN: ScreenState = { place: HOME, palette: 'day', locale: 'en', panel: 'none', list: true, coverage: false }

/** What a command changes on a screen, and which switches it throws. */
function give(command: Command, screen: Partial<ScreenState> = {}) {
  const changes: Partial<ScreenState>[] = []
  const thrown: string[] = []
  obey(command, {
    screen: { ...SCREEN, ...screen },
    change: (change) => void changes.push(change),
    searchField: { current: null },
    toggleDark: () => void thrown.push('dark'),
    toggleFreeze: () => void thrown.push('freeze'),
    toggleHelp: () => void thrown.push('help'),
  })
  return { changes, thrown }
}

describe('a command', () => {
  it('chooses a palette', () => {
    expect(give({ kind: 'palette', palette: 'night' }).changes).toEqual([{ palette: 'night' }])
  })

  it('shows the list, and hides it again', () => {
    expect(give({ kind: 'list' }).changes).toEqual([{ list: false }])
    expect(give({ kind: 'list' }, { list: false }).changes).toEqual([{ list: true }])
  })

  it('lays coverage over the map, and takes it away again', () => {
    expect(give({ kind: 'coverage' }).changes).toEqual([{ coverage: true }])
    expect(give({ kind: 'coverage' }, { coverage: true }).changes).toEqual([{ coverage: false }])
  })

  it('opens the sources in place of the details, and closes them again', () => {
    expect(give({ kind: 'sources' }, { panel: 'details' }).changes).toEqual([{ panel: 'sources' }])
    expect(give({ kind: 'sources' }, { panel: 'sources' }).changes).toEqual([{ panel: 'none' }])
  })

  it('opens the form for a sighting, and closes it again', () => {
    expect(give({ kind: 'sighting' }, { panel: 'sources' }).changes).toEqual([{ panel: 'sighting' }])
    expect(give({ kind: 'sighting' }, { panel: 'sighting' }).changes).toEqual([{ panel: 'none' }])
  })

  it('explains the selected track in place of its details, and closes that again', () => {
    expect(give({ kind: 'explanation' }, { panel: 'details' }).changes).toEqual([{ panel: 'explanation' }])
    expect(give({ kind: 'explanation' }, { panel: 'explanation' }).changes).toEqual([{ panel: 'none' }])
  })

  it('shows only dark tracks, in a list that can be seen', () => {
    expect(give({ kind: 'dark' })).toEqual({ changes: [], thrown: ['dark'] })
    expect(give({ kind: 'dark' }, { list: false })).toEqual({ changes: [{ list: true }], thrown: ['dark'] })
  })

  it('freezes the list and shows the help, and touches nothing else', () => {
    expect(give({ kind: 'freeze' })).toEqual({ changes: [], thrown: ['freeze'] })
    expect(give({ kind: 'help' })).toEqual({ changes: [], thrown: ['help'] })
  })
})
