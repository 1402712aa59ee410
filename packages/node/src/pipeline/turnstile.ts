/** Lets one after another pass, or has them wait and pass later. */
export interface Turnstile {
  pass(): void
  hold(): void
  /** Whoever waited passes. */
  release(): void
}

export function createTurnstile(passed: () => void): Turnstile {
  let isHeld = false
  let waiting = 0
  return {
    pass() {
      if (isHeld) waiting++
      else passed()
    },
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      for (; waiting > 0; waiting--) passed()
    },
  }
}
