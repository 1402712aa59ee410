import { describe, expect, it } from 'vitest'
import { eachJointEvent, UNSEEN, type JointProblem } from './joint-events.ts'

const problem = (ratio: readonly (readonly number[])[], detection = 0.9, existence = 1): JointProblem => ({
  rows: ratio.length,
  columns: ratio[0]!.length,
  ratio: Float64Array.from(ratio.flat()),
  detection: new Float64Array(ratio.length).fill(detection),
  existence: new Float64Array(ratio.length).fill(existence),
})
function eventsOf(of: JointProblem, most = 1000) {
  const events: { columns: number[]; weight: number }[] = []
  const isWhole = eachJointEvent(of, most, (weight, columnOf) => events.push({ columns: [...columnOf], weight }))
  return { events, isWhole }
}

describe('the ways in which plots and tracks go together', () => {
  it('are seven for two tracks and two plots, none of which gives one plot to both', () => {
    const { events, isWhole } = eventsOf(problem([[1, 1], [1, 1]]))
    expect(isWhole).toBe(true)
    expect(events.map(({ columns }) => columns)).toEqual([
      [UNSEEN, UNSEEN], [UNSEEN, 0], [UNSEEN, 1], [0, UNSEEN], [0, 1], [1, UNSEEN], [1, 0],
    ])
  })

  it('leave out what is out of gate', () => {
    const { events } = eventsOf(problem([[1, 0], [0, 1]]))
    expect(events).toHaveLength(4)
    expect(events.some(({ columns }) => columns[0] === 1 || columns[1] === 0)).toBe(false)
  })

  it('weigh what each track’s part in them does', () => {
    const { events } = eventsOf(problem([[4]], 0.5, 0.5))
    // Without 1 − 0.25, with 0.25 · 4, over the greatest of both.
    expect(events.map(({ weight }) => weight)).toEqual([0.75, 1])
  })

  it('leave no track without a plot where it is certainly there and certainly seen', () => {
    expect(eventsOf(problem([[2, 2]], 1, 1)).events.map(({ columns }) => columns)).toEqual([[0], [1]])
  })

  it('are not all visited where they are too many', () => {
    const { events, isWhole } = eventsOf(problem([[1, 1], [1, 1]]), 6)
    expect([events.length, isWhole]).toEqual([6, false])
  })
})
