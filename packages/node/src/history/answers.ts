import type { Historian } from './historian.ts'
import type { Answer, Question } from './messages.ts'

/** What the history thread answers. */
export async function answerOf(historian: Historian, question: Question): Promise<Answer> {
  const { reader } = historian
  switch (question.of) {
    case 'status':
      return { of: 'status', status: historian.status() }
    case 'next-run':
      return { of: 'next-run', run: await historian.nextRun(question.startedAt) }
    case 'flush':
      await historian.flush()
      return { of: 'flush' }
    case 'states':
      return { of: 'states', states: await reader.statesOf(question.track, question.from, question.to) }
    case 'plots':
      return { of: 'plots', plots: await reader.plotsOf(question.source, question.from, question.to) }
  }
}
