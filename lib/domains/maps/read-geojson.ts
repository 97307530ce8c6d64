/** Reads a GeoJSON file as far as a map needs it: areas with what is said of each; why not, where it is none. */

export type Position = readonly [lng: number, lat: number];
export type Area = { said: Record<string, unknown>; polygons: Position[][][] };
export type Unreadable = "notJson" | "notGeoJson" | "notDegrees" | "noAreas";

export function readGeoJson(bytes: Uint8Array): { areas: Area[] } | { refused: Unreadable } {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { refused: "notJson" };
  }
  const features = featuresOf(read);
  if (!features) return { refused: "notGeoJson" };
  const areas: Area[] = [];
  for (const feature of features) {
    const polygons = polygonsOf(feature.geometry);
    if (polygons === "malformed") return { refused: "notGeoJson" };
    if (!polygons.flat(2).every(inDegrees)) return { refused: "notDegrees" };
    if (polygons.length > 0) areas.push({ said: saidOf(feature), polygons });
  }
  return areas.length > 0 ? { areas } : { refused: "noAreas" };
}

type Feature = { id?: unknown; properties?: unknown; geometry?: unknown };
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function featuresOf(read: unknown): Feature[] | null {
  if (!isObject(read)) return null;
  if (read.type === "Feature") return [read];
  if (read.type !== "FeatureCollection" || !Array.isArray(read.features)) return null;
  return read.features.every((one) => isObject(one) && one.type === "Feature") ? read.features : null;
}

const saidOf = ({ id, properties }: Feature): Record<string, unknown> => ({
  ...(isObject(properties) ? properties : {}),
  ...(id === undefined ? {} : { id }),
});

/** Lines and points are left alone: a map of areas may carry them besides. */
function polygonsOf(geometry: unknown): Position[][][] | "malformed" {
  if (!isObject(geometry)) return [];
  if (geometry.type === "GeometryCollection" && Array.isArray(geometry.geometries)) {
    const parts = geometry.geometries.map(polygonsOf);
    return parts.includes("malformed") ? "malformed" : (parts as Position[][][][]).flat();
  }
  const { type, coordinates } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") return [];
  const polygons: unknown = type === "Polygon" ? [coordinates] : coordinates;
  return isListOf(polygons, isPolygon) ? polygons : "malformed";
}

const isListOf = <T>(value: unknown, is: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.length > 0 && value.every(is);
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
const isRing = (value: unknown): value is Position[] => isListOf(value, isPosition) && value.length >= 4;
const isPolygon = (value: unknown): value is Position[][] => isListOf(value, isRing);

/** Meters of a projection, or latitude written first, are no degrees east and north. */
const inDegrees = ([lng, lat]: Position): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
