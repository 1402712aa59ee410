import { describe, expect, it } from 'vitest'
import type { Question } from '../messages.ts'
import { keepRetention, type RetentionPorts } from './keep-retention.ts'

const policy = { days: { plots: 31, tracks: 400, exercise: 7 } }

function open(answer: () => Promise<unknown>) {
  const asked: Question[] = []
  const told: string[] = []
  const note = (level: string) => (_facts: object, text: string) => void told.push(`${level}: ${text}`)
  // The keeper asks one question only, and this answers it.
  const ask = (async (question: Question) => {
    asked.push(question)
    return answer()
  }) as RetentionPorts['history']['ask']
  const log = { info: note('info'), warn: note('warn'), error: note('error') }
  const keeper = keepRetention({ history: { ask }, holds: { standing: async () => [] }, policy, log })
  return { asked, told, keeper }
}

describe('the keeper of the retention', () => {
  it('sweeps by the policy and the holds that stand, one sweep at a time', async () => {
    const { asked, told, keeper } = open(async () => ({ swept: { purged: [], shed: [], journalRows: 0 } }))
    await Promise.all([keeper.sweep(), keeper.sweep()])
    expect(asked).toEqual([{ of: 'sweep', policy, holds: [] }])
    expect(told).toEqual([])
    await keeper.sweep()
    expect(asked).toHaveLength(2)
    keeper.stop()
  })

  it('says what a full disk cost', async () => {
    const { told, keeper } = open(async () => ({ swept: { purged: [{ bytes: 5 }], shed: ['spare-journal', 'exercise'], journalRows: 0 } }))
    await keeper.sweep()
    expect(told).toEqual(['warn: The disk fills: history was given up in the stated order'])
    keeper.stop()
  })

  it('says that it could not sweep, and sweeps again the next time', async () => {
    const { asked, told, keeper } = open(async () => { throw new Error('busy') })
    await keeper.sweep()
    await keeper.sweep()
    expect(asked).toHaveLength(2)
    expect(told[0]).toMatch(/^error: .*the disk may fill/)
    keeper.stop()
  })
})
