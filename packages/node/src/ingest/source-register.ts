import type { NewSource, SourceDescription, SourceOrigin } from '@csii/contract'
import type { Known } from '../platform/config-settings.ts'
import { MOST_SOURCES, readSource, type SourceConfig } from '../platform/config.ts'
import { refusal } from '../platform/errors.ts'
import { createTurn } from '../platform/in-turn.ts'
import { whyNotOnPage, withoutSecrets } from '../platform/transports/transports.ts'
import type { Ingest } from './ingest.ts'
import { idFrom } from './source-id.ts'
import type { SourceStore } from './source.store.ts'

/** What people may do with sources on the page. Every refusal is thrown as a sentence that says what to do instead. */
export interface SourceRegister {
  originOf(id: string): SourceOrigin
  /** Gives the id. */
  add(description: NewSource): Promise<string>
  replace(id: string, description: SourceDescription): Promise<void>
  remove(id: string): Promise<void>
  enable(id: string, enabled: boolean): Promise<void>
  /** A description as a source that could run, with whatever the page may not know of the source that it changes. */
  read(description: NewSource, changed?: string): SourceConfig
}

export interface RegisterOptions {
  readonly ingest: Pick<Ingest, 'list' | 'add' | 'replace' | 'remove' | 'enable'>
  readonly store: SourceStore
  /** Those of the configuration file. */
  readonly fixed: readonly SourceConfig[]
  /** Ids of those that the node itself has. */
  readonly builtIn: ReadonlySet<string>
  readonly known: Known
  readonly nation: string
}

/** Enough for a small nation, and nobody can fill the pipeline through the page. */
export const MOST_PAGE_SOURCES = 64

export function createSourceRegister({ ingest, store, fixed, builtIn, known, nation }: RegisterOptions): SourceRegister {
  const inTurn = createTurn()
  const fixedIds = new Set(fixed.map(({ id }) => id))
  const { find, refuseBuiltIn, refuseFixed, refuseTooMany } = rulesOf(ingest, fixedIds, builtIn)

  function read(description: NewSource, changed?: string): SourceConfig {
    const taken = ingest.list().map(({ source }) => source.id)
    const id = changed ?? description.id ?? idFrom(description.title ?? description.kind ?? 'ais', taken)
    if (changed === undefined && taken.includes(id)) {
      throw refusal('SOURCE_EXISTS', `There is a source ${id} already. Choose another id.`)
    }
    const former = changed === undefined ? undefined : find(changed)
    // The page was shown the address without its password: given back as it was shown, it has not changed.
    const url = former && description.url === withoutSecrets(former.url) ? former.url : description.url
    const source = readSource({ ...description, id, url }, known, nation)
    if (!source.ok) throw refusal('SOURCE_INVALID', source.problem)
    const why = whyNotOnPage(source.value.url)
    if (why !== undefined) throw refusal('TRANSPORT_NOT_ALLOWED', why)
    return source.value
  }

  /**
   * What is asked for last is what a restart finds: it is begun in the order in which it was saved. Nobody waits until the
   * source of another has closed.
   */
  async function savedThenDone(save: () => Promise<() => Promise<void>>): Promise<void> {
    const { done } = await inTurn(async () => ({ done: (await save())() }))
    await done
  }

  return {
    originOf: (id) => (builtIn.has(id) ? 'built-in' : fixedIds.has(id) ? 'file' : 'page'),
    read,
    add: (description) =>
      inTurn(async () => {
        refuseTooMany()
        const source = read(description)
        await store.save(source)
        ingest.add(source)
        return source.id
      }),
    replace: (id, description) =>
      savedThenDone(async () => {
        refuseFixed(id)
        const source = read(description, id)
        await store.save(source)
        return () => ingest.replace(source)
      }),
    remove: (id) =>
      savedThenDone(async () => {
        refuseFixed(id)
        await store.remove(id)
        return () => ingest.remove(id)
      }),
    enable: (id, enabled) =>
      savedThenDone(async () => {
        find(id)
        refuseBuiltIn(id)
        await store.setEnabled(id, enabled)
        return () => ingest.enable(id, enabled)
      }),
  }
}

function rulesOf({ list }: Pick<Ingest, 'list'>, fixedIds: ReadonlySet<string>, builtIn: ReadonlySet<string>) {
  function find(id: string): SourceConfig {
    const state = list().find(({ source }) => source.id === id)
    if (!state) throw refusal('SOURCE_NOT_FOUND', `There is no source ${id}. /api/sources lists them.`)
    return state.source
  }
  function refuseBuiltIn(id: string): void {
    if (builtIn.has(id)) throw refusal('SOURCE_BUILT_IN', `${id} is the node's own, for reports that are filed on its page. It stays as it is.`)
  }
  return {
    find,
    refuseBuiltIn,
    refuseFixed(id: string): void {
      find(id)
      refuseBuiltIn(id)
      if (!fixedIds.has(id)) return
      throw refusal(
        'SOURCE_IN_FILE',
        `${id} is a source of the configuration file. Change it there and restart the node; here it can be disabled.`,
      )
    },
    refuseTooMany(): void {
      const total = list().filter(({ source }) => !builtIn.has(source.id)).length
      if (total - fixedIds.size < MOST_PAGE_SOURCES && total < MOST_SOURCES) return
      throw refusal(
        'SOURCE_LIMIT',
        `A node takes ${MOST_PAGE_SOURCES} sources of the page, and ${MOST_SOURCES} in all. Remove one first.`,
      )
    },
  }
}
