type Subscribe = (listener: () => void) => () => void

/** The same subscription, told of changes no more than once in so many ms, and always of the last one. */
export const slowly =
  (subscribe: Subscribe, ms: number, later: (run: () => void, ms: number) => void): Subscribe =>
  (listener) => {
    let isWaiting = false
    let isOver = false
    const unsubscribe = subscribe(() => {
      if (isWaiting) return
      isWaiting = true
      later(() => {
        isWaiting = false
        if (!isOver) listener()
      }, ms)
    })
    return () => {
      isOver = true
      unsubscribe()
    }
  }
