import { Refusal } from '../api/api.ts'
import type { Text } from './use-text.tsx'

/** Why something was not done: in the node's own sentence, or that it did not answer. */
export const refusalInWords = (error: Error, text: Text): string =>
  error instanceof Refusal ? text('sources.refused', { why: error.message }) : text('sources.unreachable')
