/** How an offense stands to a ground: named by it, a violent felony, or a crime that takes its weight from a target. */
export const STANDINGS = ['named', 'violent-felony', 'by-target'];
