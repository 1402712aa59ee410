import type { Known } from '../platform/config-settings.ts'
import { MOST_SOURCES, readSource, type SourceConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { SourceStore } from './source.store.ts'

/** All sources that a node starts with. One of the page that no longer can be is left out, kept, and spoken of. */
export async function sourcesAtStart(
  fixed: readonly SourceConfig[], store: SourceStore, known: Known, nation: string, log: Log,
): Promise<readonly SourceConfig[]> {
  const sources = [...fixed]
  for (const description of await store.added()) {
    const source = readSource(description, known, nation)
    const why = source.ok ? whyNot(source.value.id, sources) : source.problem
    if (source.ok && why === undefined) sources.push(source.value)
    else log.warn({ description: Reflect.get(description, 'id'), why }, 'A source of the page is left out')
  }
  const enabled = await store.enabled()
  return sources.map((source) => (enabled.has(source.id) ? { ...source, enabled: enabled.get(source.id)! } : source))
}

function whyNot(id: string, sources: readonly SourceConfig[]): string | undefined {
  if (sources.length >= MOST_SOURCES) return 'There are too many sources.'
  return sources.some((other) => other.id === id) ? 'The configuration file has a source of that id.' : undefined
}
