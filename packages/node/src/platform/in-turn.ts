/** Runs pieces of work one after another, in the order in which they are handed in: none sees the half of another. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

export function createTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}
