export function good(value) {
    return { ok: true, value };
}
export function bad(code, more = {}) {
    return { ok: false, refusal: { code, ...more } };
}
