// Calls about bookings.
import { entry, nothing } from './call.ts';
import type { Beside } from './beside.ts';
import {
  abandonInput,
  bookingEventInput,
  bookingIdInput,
  correctBookingInput,
  findBookingsInput,
  keepDraftInput,
  listBookingsInput,
  saveBookingInput,
  type Booking,
  type BookingEvent,
  type BookingLine,
  type KeptDraft,
  type OpenForm,
  type OpenedBooking,
  type SavedBooking,
} from './booking.ts';

const DESK = ['booking-officer', 'supervisor', 'chief'] as const;
const READERS = [...DESK, 'records-clerk', 'auditor'] as const;

export const BOOKING_CALLS = {
  'booking.open': entry(DESK, nothing),
  'booking.keepDraft': entry(DESK, keepDraftInput),
  'booking.draft': entry(DESK, bookingIdInput),
  'booking.abandon': entry(DESK, abandonInput),
  'booking.save': entry(DESK, saveBookingInput),
  'booking.correct': entry(DESK, correctBookingInput),
  'booking.recordEvent': entry(DESK, bookingEventInput),
  'booking.get': entry(READERS, bookingIdInput),
  'booking.beside': entry(READERS, bookingIdInput),
  'booking.list': entry(READERS, listBookingsInput),
  'booking.find': entry(READERS, findBookingsInput),
} as const;

export interface BookingOutputs {
  'booking.open': OpenedBooking;
  'booking.keepDraft': KeptDraft;
  'booking.draft': OpenForm;
  'booking.abandon': { readonly number: string };
  'booking.save': SavedBooking;
  'booking.correct': SavedBooking;
  'booking.recordEvent': BookingEvent;
  'booking.get': Booking;
  'booking.beside': Beside;
  'booking.list': readonly BookingLine[];
  'booking.find': readonly BookingLine[];
}
