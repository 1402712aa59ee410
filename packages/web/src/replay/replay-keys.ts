/** What a key does while the past is shown. */
export type ReplayCommand =
  | { readonly kind: 'toggle' | 'slower' | 'faster' | 'first' | 'last' | 'mark-before' | 'mark-after' | 'export' }
  | { readonly kind: 'step'; readonly way: 1 | -1; readonly isFar: boolean }

export interface ReplayKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** Where the focus is: it has keys of its own. */
export type Focus = 'field' | 'button' | 'moves' | 'elsewhere'

/** A field takes every key, a button the space bar, and the map, lists and panels those that move. */
export function replayCommandOf({ key, shiftKey, ctrlKey, altKey, metaKey }: ReplayKey, focus: Focus): ReplayCommand | undefined {
  if (ctrlKey || altKey || metaKey || focus === 'field') return undefined
  switch (key) {
    case ' ':
      return focus === 'elsewhere' ? { kind: 'toggle' } : undefined
    case 'ArrowLeft':
    case 'ArrowRight':
      return focus === 'moves' ? undefined : { kind: 'step', way: key === 'ArrowLeft' ? -1 : 1, isFar: shiftKey }
    case 'Home':
    case 'End':
      return focus === 'moves' ? undefined : { kind: key === 'Home' ? 'first' : 'last' }
    case '[':
      return { kind: 'slower' }
    case ']':
      return { kind: 'faster' }
    case ',':
      return { kind: 'mark-before' }
    case '.':
      return { kind: 'mark-after' }
    case 'x':
    case 'X':
      return { kind: 'export' }
    default:
      return undefined
  }
}

export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'elsewhere'
  if (target.closest('input, select, textarea')) return 'field'
  if (target.closest('.time-slider')) return 'elsewhere'
  if (target.closest('button, summary, a')) return 'button'
  return target.closest('.map, [role=grid], .panel-body') ? 'moves' : 'elsewhere'
}
