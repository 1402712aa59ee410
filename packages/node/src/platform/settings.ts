import { isMap, isScalar, isSeq, type LineCounter, type Node as YamlNode, type YAMLMap } from 'yaml'

/** One thing a configuration file may say. */
export interface Setting {
  readonly key: string
  readonly required?: boolean
  /** Says what is wrong with a value, or nothing. */
  readonly fault?: (value: unknown) => string | undefined
  /** What to write: ends the sentence that begins with "Write". */
  readonly write: string
  /** Settings inside it. */
  readonly map?: readonly Setting[]
  /** Settings inside it, where the `kind` beside it decides which those are. */
  readonly mapFor?: (kind: unknown) => readonly Setting[]
  /** Settings of each entry of a list. */
  readonly list?: readonly Setting[]
}

export interface Fault {
  readonly line: number
  readonly column: number
  readonly sentence: string
}

/** Checks a YAML tree, named as sentences shall call it, against a table of settings. Collects every fault with its place. */
export function faultsIn(root: YamlNode | null, settings: readonly Setting[], lines: LineCounter, called = 'The file'): Fault[] {
  const faults: Fault[] = []

  function report(node: YamlNode | null | undefined, sentence: string): void {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
    faults.push({ line: Math.max(1, line), column: Math.max(1, col), sentence })
  }

  function checkMap(map: YAMLMap<YamlNode, YamlNode | null>, known: readonly Setting[], name: string): void {
    for (const { key, value } of map.items) {
      const setting = known.find((candidate) => isScalar(key) && candidate.key === key.value)
      if (setting) checkValue(value ?? key, setting, name, map)
      else report(key, `${name} has no setting "${String(key)}". ${nearest(String(key), known)}`)
    }
    for (const { key, write } of known.filter(({ key, required }) => required && !map.has(key))) {
      report(map, `${name} has no ${key}. Write ${write}`)
    }
  }

  function checkValue(node: YamlNode, setting: Setting, name: string, beside: YAMLMap): void {
    const { key, write, mapFor, list, fault } = setting
    const map = setting.map ?? mapFor?.(beside.get('kind'))
    if (map) return isMap<YamlNode, YamlNode | null>(node) ? checkMap(node, map, key) : report(node, `${key} holds no settings. Write ${write}`)
    if (list) return isSeq<YamlNode>(node) ? checkList(node.items, list, key) : report(node, `${key} is no list. Write ${write}`)
    const value = isScalar(node) ? node.value : node.toJSON()
    const wrong = fault?.(value)
    if (!wrong) return
    // What is wrong may say itself what to write.
    report(node, `${key} of ${name} ${wrong}.${wrong.includes('. Write ') ? '' : ` Write ${write}`}`)
  }

  function checkList(items: readonly YamlNode[], settings: readonly Setting[], key: string): void {
    items.forEach((item, index) => {
      const id = isMap(item) && item.get('id')
      const name = typeof id === 'string' ? `${singular(key)} "${id}"` : `${singular(key)} ${index + 1}`
      if (isMap<YamlNode, YamlNode | null>(item)) checkMap(item, settings, name)
      else report(item, `${name} holds no settings. Write ${settings.map(({ key }) => `${key}: …`).join(', ')}.`)
    })
  }

  const write = settings.map(({ key }) => `${key}:`).join(', ')
  if (root === null || !isMap<YamlNode, YamlNode | null>(root)) report(root, `${called} holds no settings. Write ${write}`)
  else checkMap(root, settings, called)
  return faults
}

const singular = (key: string): string => key.replace(/s$/, '')

function nearest(key: string, known: readonly Setting[]): string {
  if (known.length === 0) return 'Leave it out.'
  const [best] = known.map((setting) => setting.key).sort((a, b) => distance(a, key) - distance(b, key))
  if (best && distance(best, key) <= 2) return `Write ${best} instead.`
  return `Write one of: ${known.map((setting) => setting.key).join(', ')}.`
}

/** How many letters to add, drop or change (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length]!
}
