import type { Picture } from '../picture/picture-store.ts'
import type { View } from './picture-link.ts'
import type { Session } from './session.ts'

/** A session that shows one of several: what looks at it, the map too, stays as it is when another is shown. */
export interface Switchboard extends Session {
  /** Shows this one, or the live one. */
  show(session: Session | undefined): void
}

/** All of them are told where the reader looks, so that each is up to date when it is shown. */
export function createSwitchboard(live: Session): Switchboard {
  const listeners = new Set<() => void>()
  let shown = live
  let view: View | undefined
  let unsubscribe = live.picture.subscribe(tell)

  function tell(): void {
    for (const listener of listeners) listener()
  }

  return {
    picture: {
      take: (frame) => shown.picture.take(frame),
      current: (): Picture => shown.picture.current(),
      subscribe(listener) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    clock: {
      heard: (nodeTime, localTime) => shown.clock.heard(nodeTime, localTime),
      at: (localTime) => shown.clock.at(localTime),
    },
    link: {
      look(next) {
        view = next
        live.link.look(next)
        if (shown !== live) shown.link.look(next)
      },
      close: () => live.link.close(),
    },
    facts: () => shown.facts(),
    show(session = live) {
      if (session === shown) return
      unsubscribe()
      shown = session
      unsubscribe = shown.picture.subscribe(tell)
      if (view && shown !== live) shown.link.look(view)
      tell()
    },
  }
}
