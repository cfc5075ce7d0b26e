// As much of @sd-jwt/core as is asked here, with what it answers taken for nothing but data.
declare module '@sd-jwt/core' {
  interface Judge {
    readonly hasher: (data: string | ArrayBuffer, algorithm: string) => Uint8Array;
    readonly verifier: (signed: string, signature: string) => boolean;
  }
  export class SDJwtInstance {
    constructor(judge: Judge);
    /** Throws where the signature does not hold. A part that no digest names is passed over. */
    verify(record: string): Promise<{ readonly payload: unknown }>;
  }
}
