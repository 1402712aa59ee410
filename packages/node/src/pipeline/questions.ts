import type { Answer, AnswerTo, Question, ToWorker } from './messages.ts'

/** Questions to the worker that wait for their answers. */
export interface Questions {
  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>>
  settle(request: number, answer: Answer): void
  /** Nobody will answer any more. */
  refuse(reason: Error): void
}

export function createQuestions(send: (message: ToWorker) => void): Questions {
  const open = new Map<number, { resolve(answer: Answer): void; reject(reason: Error): void }>()
  let asked = 0
  let refusal: Error | undefined
  return {
    async ask<Q extends Question>(question: Q) {
      if (refusal) throw refusal
      const request = ++asked
      const answered = new Promise<Answer>((resolve, reject) => open.set(request, { resolve, reject }))
      send({ type: 'ask', request, question })
      // The worker answers each question with an answer of the same kind.
      return (await answered) as AnswerTo<Q>
    },
    settle(request, answer) {
      open.get(request)?.resolve(answer)
      open.delete(request)
    },
    refuse(reason) {
      refusal = reason
      for (const { reject } of open.values()) reject(reason)
      open.clear()
    },
  }
}
