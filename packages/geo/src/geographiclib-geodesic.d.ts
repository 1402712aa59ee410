/** The part of geographiclib-geodesic 2.2 that we call; the package carries no types. */
declare module 'geographiclib-geodesic' {
  interface Geodesic {
    /** Angles in degrees, clockwise from north; distance `s12` in metres. */
    Inverse(lat1: number, lon1: number, lat2: number, lon2: number): { s12: number; azi1: number; azi2: number }
    Direct(lat1: number, lon1: number, azi1: number, s12: number): { lat2: number; lon2: number; azi2: number }
  }
  const library: { Geodesic: { WGS84: Geodesic } }
  export default library
}
