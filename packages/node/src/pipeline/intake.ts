/** Where sources put the bytes they received. Bounded: a refused offer is the source's to hold back or to drop and count. */
export interface Intake {
  /**
   * True when taken; the bytes then belong to the pipeline and may be transferred away. Each stream has a reader of its
   * own: a source with several connections numbers them, any other leaves the number out.
   */
  offer(sensorId: string, bytes: Uint8Array, receivedAt: number, datagram: boolean, stream?: number): boolean
  /** Calls back once, as soon as a source whose offer was refused may offer again. */
  whenRoom(sensorId: string, resume: () => void): void
  /** A stream has ended (a connection closed): its reader reads or counts what is left over. */
  end(sensorId: string, receivedAt: number, stream?: number): void
}
