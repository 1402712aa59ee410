import type { NewSource, SourceDescription } from '@csii/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { send } from './api.ts'

/** One change to the sources of the node. */
export type SourceChange =
  | { readonly kind: 'add'; readonly description: NewSource }
  | { readonly kind: 'replace'; readonly id: string; readonly description: SourceDescription }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'enable'; readonly id: string; readonly enabled: boolean }

function ask(change: SourceChange): Promise<Response> {
  if (change.kind === 'add') return send('POST', 'sources', change.description)
  const path = `sources/${encodeURIComponent(change.id)}`
  if (change.kind === 'replace') return send('PUT', path, change.description)
  if (change.kind === 'remove') return send('DELETE', path)
  return send('PUT', `${path}/enabled`, { enabled: change.enabled })
}

/** Changes a source, and has the list asked for anew. */
export function useSourceChange() {
  const queries = useQueryClient()
  return useMutation({ mutationFn: ask, onSettled: () => queries.invalidateQueries({ queryKey: ['sources'] }) })
}
