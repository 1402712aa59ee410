import { createPictureStore, type PictureStore } from '../picture/picture-store.ts'
import type { LinkFacts } from './link-state.ts'
import { createNodeClock, type NodeClock } from './node-clock.ts'
import { connectPicture, type PictureLink, type Socket } from './picture-link.ts'

/** What lives as long as the page: the picture, the link that feeds it and the node's clock. */
export interface Session {
  readonly picture: PictureStore
  readonly clock: NodeClock
  readonly link: PictureLink
  facts(): LinkFacts
}

/** `open` calls the node. */
export function openSession(open: () => Socket = callNode): Session {
  const picture = createPictureStore()
  const clock = createNodeClock()
  let facts: LinkFacts = { open: false, startedAt: Date.now() }
  const link = connectPicture({
    open,
    later: (run, ms) => void setTimeout(run, ms),
    chance: Math.random,
    onOpen(isOpen) {
      facts = { ...facts, open: isOpen }
    },
    onFrame(frame) {
      const lastFrameAt = Date.now()
      facts = { ...facts, lastFrameAt }
      clock.heard(frame.nodeTime, lastFrameAt)
      picture.take(frame)
    },
    resume: () => picture.current().resume,
  })
  return { picture, clock, link, facts: () => facts }
}

function callNode(): Socket {
  return new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/picture`)
}
