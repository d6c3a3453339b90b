/** The bytes of a request as they come; a request without a body is an empty file. */
export async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) yield* body;
}
