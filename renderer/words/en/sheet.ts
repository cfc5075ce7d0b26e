/** The printed booking sheet. */
export const sheet = {
  title: 'Booking sheet',
  back: 'Back to the booking',
  save: 'Save as PDF',
  saved: (path: string) => `Saved as ${path}`,
  entry: (entry: string) => `Ledger entry ${entry}`,
  version: (version: number) => `version ${String(version)}`,
  printed: (time: string, name: string) => `Printed ${time} by ${name}`,
  /** On paper a label stands alone. */
  labels: {
    arrest_datetime: 'Arrested',
    driver_license_no: "Driver's license",
    driver_license_state: 'License state',
  },
  charge: 'Charge',
  statute: 'Statute',
  level: 'Level',
  counts: 'Counts',
  signature: 'Booking officer, signature',
} as const;
