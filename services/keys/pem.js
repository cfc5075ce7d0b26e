const LINE = 64;
/** The one spelling of a certificate file: 64 letters a line, a newline at the end (RFC 7468). */
export function certificatePem(der) {
    const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
    const lines = Array.from({ length: Math.ceil(base64.length / LINE) }, (_, index) => base64.slice(index * LINE, (index + 1) * LINE));
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
