export const DEADLINE_STARTS = ['at', 'factsKnownAt', 'instrument.requestedAt', 'custody.releaseEligibleAt'];
