import { createHash, timingSafeEqual } from 'node:crypto';
// Crockford's base 32: no I, L, O or U, so that a key survives being read aloud and written by hand.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;
const DATA_PER_GROUP = 3;
const GROUP_LENGTH = DATA_PER_GROUP + 1;
/** 120 random bits: 24 letters of 5 bits. */
const KEY_BYTES = 15;
/** Product in the field of 32 elements (x^5 + x^2 + 1). */
function times(left, right) {
    let product = 0;
    for (let bit = 0; bit < 5; bit += 1) {
        if (((right >> bit) & 1) === 1)
            product ^= left << bit;
    }
    for (let bit = 8; bit >= 5; bit -= 1) {
        if (((product >> bit) & 1) === 1)
            product ^= 0b100101 << (bit - 5);
    }
    return product;
}
/** Finds every single wrong letter, every two neighbours swapped, and a group in another group's place. */
function checkDigit(digits, group) {
    return digits.reduce((sum, digit, index) => sum ^ times(digit, 2 << index), group + 1);
}
function lettersOf(digits) {
    return digits.map((digit) => ALPHABET.charAt(digit)).join('');
}
/** Writes 15 bytes as eight groups of four; the last letter of each group checks the other three. */
export function formatRecoveryKey(bytes) {
    const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
    const digits = Array.from({ length: GROUPS * DATA_PER_GROUP }, (_, index) => Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2));
    const groups = Array.from({ length: GROUPS }, (_, group) => {
        const data = digits.slice(group * DATA_PER_GROUP, (group + 1) * DATA_PER_GROUP);
        return lettersOf([...data, checkDigit(data, group)]);
    });
    return groups.join('-');
}
export function makeRecoveryKey(random) {
    return formatRecoveryKey(random(KEY_BYTES));
}
/** Reads what a hand may have made of it: any case, any spacing, O for 0, I or L for 1. */
export function normaliseTyped(typed) {
    return typed
        .normalize('NFKC')
        .toUpperCase()
        .replaceAll(/[\s\p{Pd}_.]/gu, '')
        .replaceAll('O', '0')
        .replaceAll(/[IL]/g, '1');
}
function judgeGroup(letters, group) {
    const digits = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
    if (digits.includes(-1))
        return 'letter';
    if (digits.length < GROUP_LENGTH)
        return 'length';
    return checkDigit(digits.slice(0, DATA_PER_GROUP), group) === digits.at(-1) ? undefined : 'check';
}
/** Answers the key as it is printed, or the first group with a slip. */
export function readTypedKey(typed) {
    const letters = normaliseTyped(typed);
    const groups = Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH));
    for (const [group, text] of groups.entries()) {
        const why = judgeGroup(text, group);
        if (why !== undefined)
            return { ok: false, group: group + 1, why };
    }
    if (letters.length > GROUPS * GROUP_LENGTH)
        return { ok: false, group: GROUPS, why: 'length' };
    return { ok: true, key: groups.join('-') };
}
/** Compares what was typed with the key as printed, in constant time. */
export function sameRecoveryKey(printed, typed) {
    const digest = (text) => createHash('sha256').update(normaliseTyped(text)).digest();
    return timingSafeEqual(digest(printed), digest(typed));
}
