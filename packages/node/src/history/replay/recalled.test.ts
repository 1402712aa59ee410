import { describe, expect, it } from 'vitest'
import { ship } from '../../pipeline/fixtures/tracks.ts'
import { recalled } from './recalled.ts'
import type { Moment } from './replay-session.ts'

const at = (time: number): Moment => ({ at: time, known: 'then', exercise: false })

function open(fails = 0) {
  const asked: Moment[] = []
  const pictureAt = recalled(async (moment) => {
    asked.push(moment)
    if (asked.length <= fails) throw new Error('damaged')
    return [ship(1)]
  })
  return { asked, pictureAt }
}

describe('a picture of the past', () => {
  it('is put together once for the screen and for the details', async () => {
    const { asked, pictureAt } = open()
    await Promise.all([pictureAt(at(1)), pictureAt(at(1))])
    await pictureAt(at(1))
    expect(asked).toEqual([at(1)])
  })

  it('is another one by the knowledge of today, and of the exercise', async () => {
    const { asked, pictureAt } = open()
    await pictureAt(at(1))
    await pictureAt({ ...at(1), known: 'now' })
    await pictureAt({ ...at(1), exercise: true })
    expect(asked).toHaveLength(3)
  })

  it('is forgotten when others have come', async () => {
    const { asked, pictureAt } = open()
    for (const time of [1, 2, 3, 4, 5, 5, 1]) await pictureAt(at(time))
    expect(asked.map((moment) => moment.at)).toEqual([1, 2, 3, 4, 5, 1])
  })

  it('that could not be read is asked for again', async () => {
    const { pictureAt } = open(1)
    await expect(pictureAt(at(1))).rejects.toThrow('damaged')
    expect(await pictureAt(at(1))).toHaveLength(1)
  })
})
