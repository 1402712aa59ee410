import { useState } from 'react'

const KEY = 'csii.decided-by'

/** Where the browser keeps a few words for a page; absent where it is told not to. */
type Shelf = Pick<Storage, 'getItem' | 'setItem'> | undefined

export function nameOn(shelf: Shelf): string {
  try {
    return shelf?.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** A name that is not kept is typed again next time: nothing is missing from the picture. */
export function keepName(shelf: Shelf, name: string): void {
  try {
    shelf?.setItem(KEY, name)
  } catch {
    return
  }
}

/** As it was typed last, also where the browser keeps nothing. */
let typed: string | undefined

/** Who decides at this screen, at this moment. */
export const currentName = (): string => typed ?? nameOn(shelf())

/** Who decides at this screen, typed once. */
export function useName(): readonly [string, (name: string) => void] {
  const [name, setName] = useState(currentName)
  return [
    name,
    (next) => {
      setName(next)
      typed = next
      keepName(shelf(), next)
    },
  ]
}

function shelf(): Shelf {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
