/**
 * Why the log steps back in time, out of a closed list: no free text is kept for it (M27). `was-ahead`: the clock was
 * ahead and was put right; `fell-behind`: it lost time by itself and was set right since; `not-known`.
 */
export const SET_BACK_CAUSES = ['was-ahead', 'fell-behind', 'not-known'] as const;
export type SetBackCause = (typeof SET_BACK_CAUSES)[number];

/** Entry that accounts for a step back of the log. */
export const ACCOUNTED = 'clock.accounted';
