/** Where the map looks. */
export interface Place {
  readonly lat: number
  readonly lon: number
  readonly zoom: number
}
