import { useEffect, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { ScreenState } from './screen-state.ts'
import { commandOf, type Command } from './shortcuts.ts'
import type { ChangeScreen } from './use-screen.ts'

export interface CommandPorts {
  readonly screen: ScreenState
  readonly change: ChangeScreen
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly toggleFreeze: () => void
  readonly toggleDark: () => void
  readonly toggleHelp: () => void
}

/** Lets keys command the screen. */
export function useCommands(ports: CommandPorts): void {
  const latest = useRef(ports)
  useEffect(() => {
    latest.current = ports
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event, isTyping(event.target))
      // An open dialog has its own Escape.
      if (!command || document.querySelector('dialog[open]')) return
      event.preventDefault()
      obey(command, latest.current)
      const first = FIRST_FOCUS[command.kind]
      if (first !== undefined) setTimeout(() => document.querySelector<HTMLElement>(first)?.focus())
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Who opened a panel by a key goes on by keys. It comes with the next drawing of the page, or has just gone. */
const FIRST_FOCUS: Readonly<Partial<Record<Command['kind'], string>>> = {
  sources: '.add-source', explanation: '.explanation .actions button', sighting: '.sighting-form textarea, .sighting-form input[type=text]',
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement

/** Does what a command asks for. */
export function obey(command: Command, { screen, change, searchField, toggleFreeze, toggleDark, toggleHelp }: CommandPorts): void {
  switch (command.kind) {
    case 'palette':
      return change({ palette: command.palette })
    case 'help':
      return toggleHelp()
    case 'freeze':
      return toggleFreeze()
    case 'list':
      return change({ list: !screen.list })
    case 'sources':
    case 'sighting':
    case 'explanation':
      return change({ panel: screen.panel === command.kind ? 'none' : command.kind })
    case 'dark':
      // What a key does must be seen.
      if (!screen.list) change({ list: true })
      return toggleDark()
    case 'coverage':
      return change({ coverage: !screen.coverage })
    case 'search':
      // At once, because the next key is already part of the name; a hidden list must come back first.
      if (!searchField.current) flushSync(() => change({ list: true }))
      searchField.current?.focus()
      return searchField.current?.select()
    case 'close':
      return close(screen, change)
  }
}

/** Leaves a field first, then closes the panel, then lets go of the track. */
function close(screen: ScreenState, change: ChangeScreen): void {
  const focused = document.activeElement
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) return focused.blur()
  if (screen.panel !== 'none') return change({ panel: 'none' })
  change({ track: undefined })
}
