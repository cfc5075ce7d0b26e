import { isDay, parseMoment } from './moment.ts';
/** Notes a fault. Says what and where, never the value that was given. */
export function note(faults, where, what) {
    faults.first ??= `${where}: ${what}`;
    return undefined;
}
/** Null and absent are both unknown. */
export function isUnknown(value) {
    return value === undefined || value === null;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An object with no other keys than these; undefined where it is not there. */
export function objectOf(value, keys, where, faults) {
    if (isUnknown(value))
        return undefined;
    if (!isObject(value))
        return note(faults, where, 'must be an object');
    for (const key of Object.keys(value)) {
        if (!keys.has(key))
            note(faults, where === '' ? printableKey(key) : `${where}.${printableKey(key)}`, 'is not a known name here');
    }
    return value;
}
/** A name from outside, fit to be shown: a sentence put where a name belongs is not repeated. */
export function printableKey(key) {
    return /^[A-Za-z][\w.-]{0,59}$/.test(key) ? key : '(a name that cannot be shown)';
}
export function wordOf(value, where, faults) {
    if (isUnknown(value))
        return undefined;
    if (typeof value !== 'string')
        return note(faults, where, 'must be a string');
    return value.trim() === '' ? undefined : value;
}
export function choiceOf(value, choices, where, faults) {
    if (isUnknown(value) || value === '')
        return undefined;
    const found = choices.find((choice) => choice === value);
    return found ?? note(faults, where, `must be one of ${choices.join(', ')}`);
}
export function flagOf(value, where, faults) {
    if (isUnknown(value))
        return undefined;
    return typeof value === 'boolean' ? value : note(faults, where, 'must be true or false');
}
export function momentOf(value, where, faults) {
    const text = wordOf(value, where, faults);
    if (text === undefined)
        return undefined;
    return parseMoment(text) ?? note(faults, where, 'must be a time with its offset, such as 2026-03-08T00:55:00-05:00');
}
export function dayOf(value, where, faults) {
    const text = wordOf(value, where, faults);
    if (text === undefined)
        return undefined;
    return isDay(text) ? text : note(faults, where, 'must be a day such as 2011-06-30');
}
function isStrings(value) {
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
/** A list of strings; empty entries are not there, nor is a list of nothing else. */
export function listOf(value, where, faults) {
    if (isUnknown(value))
        return undefined;
    if (!isStrings(value))
        return note(faults, where, 'must be a list of strings');
    const there = value.filter((entry) => entry.trim() !== '');
    return there.length === 0 ? undefined : there;
}
export function choicesOf(value, choices, where, faults) {
    const list = listOf(value, where, faults);
    if (list === undefined || list.every((entry) => choices.includes(entry)))
        return list;
    return note(faults, where, `must list only ${choices.join(', ')}`);
}
export function offenseOf(value, catalogue, where, faults) {
    const id = wordOf(value, where, faults);
    if (id === undefined)
        return undefined;
    return catalogue.get(id) ?? note(faults, where, 'is not an id of the offense catalogue');
}
export function digestOf(value, where, faults) {
    const text = wordOf(value, where, faults);
    if (text === undefined)
        return undefined;
    return /^[0-9a-f]{64}$/i.test(text) ? text : note(faults, where, 'must be a SHA-256 of 64 hexadecimal digits');
}
