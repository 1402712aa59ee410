import { describe, expect, it } from 'vitest'
import { ship, shipAt } from '../../pipeline/fixtures/tracks.ts'
import { headOf, tracksHeld } from '../../pipeline/table-reader.ts'
import { runOf, Stage } from './stage.ts'

describe('the stage of a replay', () => {
  it('shows the tracks of a moment, and then those of another', () => {
    const stage = new Stage(3, 8)
    stage.show([shipAt(1, 13, -61), shipAt(2, 13, -61)])
    expect(tracksHeld(stage.table)).toBe(2)
    stage.show([shipAt(2, 13, -61)])
    expect(tracksHeld(stage.table)).toBe(1)
    stage.show([])
    expect(tracksHeld(stage.table)).toBe(0)
  })

  it('writes nothing of a track that is as it was', () => {
    const stage = new Stage(3, 8)
    stage.show([shipAt(1, 13, -61), shipAt(2, 13, -61)])
    const before = headOf(stage.table)
    stage.show([shipAt(1, 13, -61), shipAt(2, 13.1, -61)])
    expect(headOf(stage.table)).toBe(before + 1)
  })

  it('writes a track whose name became known', () => {
    const stage = new Stage(3, 8)
    stage.show([ship(1)])
    const before = headOf(stage.table)
    stage.show([ship(1, { claim: { ...ship(1).claim, name: 'ADMIRAL BAY' } })])
    expect(headOf(stage.table)).toBe(before + 1)
  })

  it('holds tracks of its run, as many as it has rows', () => {
    const stage = new Stage(3, 8)
    expect(stage.holds(3, 8)).toBe(true)
    expect(stage.holds(3, 9)).toBe(false)
    expect(stage.holds(4, 1)).toBe(false)
  })
})

describe('the id of a track of the past', () => {
  it('begins with its run', () => {
    expect(runOf({ id: '12.1042' })).toBe(12)
  })
})
