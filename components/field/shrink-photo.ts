/** Makes a photo small before it lies on the phone: long edge 1280, at most 200 KB, and nothing in it but the picture. */

const LONG_EDGE = 1280;
const MOST_BYTES = 200_000;

/** Null where the browser cannot read it (HEIC on most phones). */
export async function shrinkPhoto(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return null;
  try {
    // A picture of few colors is small at once; one of grass and gravel may need a second and a third try.
    for (const [edge, quality] of [
      [LONG_EDGE, 0.7],
      [LONG_EDGE, 0.5],
      [960, 0.5],
      [640, 0.4],
    ] as const) {
      const blob = await drawn(picture, edge, quality);
      if (blob && blob.size <= MOST_BYTES) return new Uint8Array(await blob.arrayBuffer());
    }
    return null;
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, edge: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
