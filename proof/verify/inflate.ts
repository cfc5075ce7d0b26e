import { concat } from '../bytes.ts';

type Packed = 'deflate' | 'deflate-raw';

/** Unpacks what `deflate` packed; undefined where it is damaged, cut, followed by more, or longer than `most` bytes. */
export async function inflate(packed: Uint8Array, kind: Packed, most: number): Promise<Uint8Array | undefined> {
  const stream: ReadableStream<Uint8Array> = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream(kind));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > most) {
        await reader.cancel();
        return undefined;
      }
      parts.push(read.value);
    }
    return concat(...parts);
  } catch {
    return undefined;
  }
}
