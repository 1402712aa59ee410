import type { NewSource, PreviewLine } from '@csii/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Refusal, send } from '../api/api.ts'
import { jsonLines } from './json-lines.ts'
import { BEGUN, NO_PREVIEW, previewAfter, type PreviewState } from './preview-state.ts'

export interface PreviewControl {
  readonly preview: PreviewState
  readonly start: (description: NewSource) => void
  readonly stop: () => void
}

/** Runs one preview at a time, and none when what shows it is gone. */
export function usePreview(): PreviewControl {
  const [preview, setPreview] = useState(NO_PREVIEW)
  const running = useRef<AbortController>(undefined)

  const stop = useCallback(() => {
    running.current?.abort()
    running.current = undefined
    setPreview((before) => (before.phase === 'running' ? { ...before, phase: 'ended' } : before))
  }, [])

  const start = useCallback((description: NewSource) => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    const show = (change: (before: PreviewState) => PreviewState) => own.signal.aborted || setPreview(change)
    show(() => BEGUN)
    follow(description, own.signal, (line) => show((before) => previewAfter(before, line))).then(
      () => show((before) => ({ ...before, phase: 'ended' })),
      (error: unknown) => {
        const why = error instanceof Refusal ? { why: error.message } : {}
        show((before) => ({ ...before, phase: 'refused', ...why }))
      },
    )
  }, [])

  useEffect(() => () => running.current?.abort(), [])
  return { preview, start, stop }
}

async function follow(description: NewSource, signal: AbortSignal, tell: (line: PreviewLine) => void): Promise<void> {
  const { body } = await send('POST', 'sources/preview', description, signal)
  if (!body) return
  // The node writes nothing but lines of previews here.
  for await (const line of jsonLines(body)) tell(line as PreviewLine)
}
