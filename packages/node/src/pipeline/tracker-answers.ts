import type { Tracker } from '@csii/fusion'
import type { Answer, Question } from './messages.ts'

/** What the tracker is asked, and not the sensors. */
export type TrackerQuestion = Extract<
  Question, { of: 'track' | 'explanation' | 'registrations' | 'decision' | 'undoing' | 'live-tracks' }
>

export type AskedTracker = Pick<Tracker, 'tracks' | 'explain' | 'registrations' | 'decide' | 'undo'>

export function answerOf(tracker: AskedTracker, question: TrackerQuestion): Answer {
  switch (question.of) {
    case 'track':
      return { of: 'track', track: tracker.tracks.get(question.id) }
    case 'explanation':
      return { of: 'explanation', explanation: tracker.explain(question.id) }
    case 'registrations':
      return { of: 'registrations', registrations: tracker.registrations() }
    case 'decision':
      return { of: 'decision', refused: tracker.decide(question.judgement) }
    case 'undoing':
      return { of: 'undoing', undone: tracker.undo(question.id) }
    case 'live-tracks': {
      const tracks = [...tracker.tracks.values()]
      return { of: 'live-tracks', tracks: tracks.filter(({ simulated, heardAt }) => !simulated && heardAt > question.heardAfter) }
    }
  }
}
