/** The tables of every feature, and the store that they lie in: what moves from one kind of store to the other. */
import { COVERAGE } from './coverage/coverage.store.ts'
import { DECISIONS } from './decisions/decisions.store.ts'
import { HISTORY_STEPS } from './history/history.tables.ts'
import { HOLDS } from './history/retention/holds.store.ts'
import { RETENTION } from './history/retention/retention.store.ts'
import { SOURCES } from './ingest/source.store.ts'
import { PICTURE } from './picture/picture.store.ts'
import { IDENTITY } from './platform/identity.ts'
import type { Features } from './platform/store/move/features.ts'
import { SIGHTINGS } from './sightings/sightings.store.ts'

export const FEATURES: Features = {
  identity: { store: 'csii', steps: IDENTITY },
  sources: { store: 'csii', steps: SOURCES },
  picture: { store: 'csii', steps: PICTURE },
  coverage: { store: 'csii', steps: COVERAGE },
  decisions: { store: 'csii', steps: DECISIONS },
  sightings: { store: 'csii', steps: SIGHTINGS },
  holds: { store: 'csii', steps: HOLDS },
  history: { store: 'history', steps: HISTORY_STEPS },
  retention: { store: 'history', steps: RETENTION },
}
