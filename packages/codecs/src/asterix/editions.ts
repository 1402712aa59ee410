import { bad, ok, type Result } from '@csii/model'
import { CATEGORIES } from './catalogue.ts'
import type { Editions } from './category.ts'
import { nameOf } from './definition.ts'

/** Reads words like `048=1.27`, or gives the sentence that says what is wrong with one. */
export function readEditions(words: readonly string[]): Result<Editions, string> {
  const editions: Record<number, string> = {}
  for (const word of words) {
    const [, number, edition = ''] = /^(\d{1,3})=(.+)$/.exec(word) ?? []
    if (number === undefined) return bad(`An edition is written like 048=1.27, not "${word}".`)
    const category = CATEGORIES.get(Number(number))
    if (!category)
      return bad(
        `There is no category ${number.padStart(3, '0')} here. There are: ${[...CATEGORIES.keys()].map(nameOf).join(', ')}.`,
      )
    if (!category.editions.includes(edition)) {
      return bad(
        `Category ${nameOf(category.category)} has no edition ${edition} here. It has: ${category.editions.join(', ')}.`,
      )
    }
    editions[category.category] = edition
  }
  return ok(editions)
}
