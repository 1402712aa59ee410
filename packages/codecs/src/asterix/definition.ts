import { inEdition, type Category, type Editions } from './category.ts'
import { readLayout, type Layout } from './notation.ts'

/** One edition of a category, read from its table. */
export interface Definition {
  readonly category: number
  readonly edition: string
  /** The items of each order in which a record can have them, by the bits of FSPEC. Most categories have one only. */
  readonly orders: ReadonlyMap<string, readonly (Item | undefined)[]>
  readonly selector: Category['selector']
}

export interface Item {
  /** `I048/040` */
  readonly name: string
  readonly layout: Layout
}

export function definitionOf(category: Category, editions: Editions): Definition {
  const { category: number, selector } = category
  const newest = category.editions.at(-1)!
  const edition = editions[number] ?? newest
  if (!category.editions.includes(edition)) throw new Error(`Category ${nameOf(number)} has no edition ${edition}`)
  const items = itemsIn(category, edition)
  const orders = inEdition(category.order, category.editions, edition)
    .split(';')
    .map((order): [string, (Item | undefined)[]] => {
      const [, variant = '', codes = ''] = /^\s*(?:(\w+):)?(.*)$/s.exec(order) ?? []
      return [
        variant,
        codes
          .trim()
          .split(/\s+/)
          .map((code) => items.get(code)),
      ]
    })
  return { category: number, edition, orders: new Map(orders), selector }
}

/** As the standard writes it: `048`. */
export const nameOf = (category: number): string => String(category).padStart(3, '0')

function itemsIn({ category, editions, items, expansion }: Category, edition: string): Map<string, Item> {
  const reference = expansion && Object.keys(expansion)
  const content = reference && readLayout(inEdition(expansion, reference, reference.at(-1)!))
  return new Map(
    Object.entries(items).flatMap(([code, history]): [string, Item][] => {
      const notation = inEdition(history, editions, edition)
      return notation === ''
        ? []
        : [[code, { name: `I${nameOf(category)}/${code}`, layout: readLayout(notation, content) }]]
    }),
  )
}
