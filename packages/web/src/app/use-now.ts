import { useEffect, useState } from 'react'

/** This browser's time, renewed every `everyMs`, so that ages tick whether or not anything is heard. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
