/** Keeps what is learnt by place or by name from growing without end: what was begun first is forgotten for what begins. */
export function putBounded<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  if (map.size >= most && !map.has(key)) {
    const [first] = map.keys()
    map.delete(first!)
  }
  map.set(key, value)
}
