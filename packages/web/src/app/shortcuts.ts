import type { MessageId } from '../text/catalogue.ts'
import { PALETTES, type Palette } from '../theme/palette.ts'

export type Command =
  | { readonly kind: 'help' | 'search' | 'freeze' | 'list' | 'sources' | 'sighting' | 'explanation' | 'dark' | 'coverage' | 'close' }
  | { readonly kind: 'palette'; readonly palette: Palette }

export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

const KEYS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['?', { kind: 'help' }], ['/', { kind: 'search' }], ['f', { kind: 'freeze' }], ['l', { kind: 'list' }],
  ['s', { kind: 'sources' }], ['r', { kind: 'sighting' }], ['c', { kind: 'coverage' }], ['e', { kind: 'explanation' }],
  ['d', { kind: 'dark' }],
  ['Escape', { kind: 'close' }],
])

/** What a key asks for. While a reader types into a field only Escape counts (WCAG 2.2, 2.1.4). */
export function commandOf({ key, ctrlKey, altKey, metaKey }: Key, isTyping: boolean): Command | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  if (isTyping && key !== 'Escape') return undefined
  const palette = PALETTES[Number(key) - 1]
  return palette ? { kind: 'palette', palette } : KEYS.get(key.length === 1 ? key.toLowerCase() : key)
}

/** What the help shows, in its order. */
export const SHORTCUTS: readonly (readonly [keys: string, meaning: MessageId])[] = [
  ['?', 'help.help'], ['/', 'help.search'], ['↑ ↓', 'help.arrows'], ['Enter', 'help.enter'], ['F', 'help.freeze'],
  ['L', 'help.list'], ['S', 'help.sources'], ['R', 'help.sighting'], ['C', 'help.coverage'],
  ['E', 'help.explain'], ['D', 'help.dark'],
  ['1 2 3 4', 'help.palettes'], ['Esc', 'help.escape'],
  ['← ↑ → ↓', 'help.map'], ['+ −', 'help.zoom'],
]
