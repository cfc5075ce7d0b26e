export const booking = {
  title: (number: string) => `Booking ${number}`,
} as const;
