import type { Category } from './category.ts'
import { CAT001 } from './tables/cat001.ts'
import { CAT002 } from './tables/cat002.ts'
import { CAT010 } from './tables/cat010.ts'
import { CAT021 } from './tables/cat021.ts'
import { CAT034 } from './tables/cat034.ts'
import { CAT048 } from './tables/cat048.ts'
import { CAT062 } from './tables/cat062.ts'
import { CAT063 } from './tables/cat063.ts'
import { CAT065 } from './tables/cat065.ts'
import { CAT240 } from './tables/cat240.ts'

/** Every category that we read and write, by its number. */
export const CATEGORIES: ReadonlyMap<number, Category> = new Map(
  [CAT001, CAT002, CAT010, CAT021, CAT034, CAT048, CAT062, CAT063, CAT065, CAT240].map((table) => [
    table.category,
    table,
  ]),
)
