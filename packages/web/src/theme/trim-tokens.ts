const PALETTES = ['day', 'dusk', 'night', 'bright'] as const

/**
 * The part of OpenBridge's style sheet that `ours` needs: for the regular component size and for each palette, the
 * custom properties that are named in `ours`, and those which these are made of.
 */
export function trimTokens(openBridge: string, ours: string): string {
  const size = declarationsOf(openBridge, ':root,\n.obc-component-size-regular')
  const palettes = PALETTES.map((name) => ({
    selector: name === 'day' ? ':root, :root[data-obc-theme="day"]' : `:root[data-obc-theme="${name}"]`,
    declarations: declarationsOf(openBridge, `:root[data-obc-theme="${name}"]`),
  }))
  const blocks = [{ selector: ':root', declarations: size }, ...palettes]
  const needed = close(namesIn(ours), blocks.map(({ declarations }) => declarations))
  return blocks.map(({ selector, declarations }) => print(selector, declarations, needed)).join('\n')
}

function declarationsOf(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(selector)
  if (start < 0) throw new Error(`OpenBridge's style sheet has no block ${selector}`)
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  const pairs = [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)]
  return new Map(pairs.map(([, name, value]) => [name!, value!.replaceAll(/\s+/g, ' ').trim()]))
}

function close(names: readonly string[], declarations: readonly Map<string, string>[]): Set<string> {
  const needed = new Set<string>()
  const queue = [...names]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (needed.has(name)) continue
    needed.add(name)
    for (const block of declarations) queue.push(...namesIn(block.get(name) ?? ''))
  }
  return needed
}

const namesIn = (css: string): string[] => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!)

function print(selector: string, declarations: Map<string, string>, needed: Set<string>): string {
  const lines = [...declarations].filter(([name]) => needed.has(name)).map(([name, value]) => `  ${name}: ${value};`)
  return `${selector} {\n${lines.join('\n')}\n}`
}
