import type { ApartRow, ClearedBooking, ImportSink, KnownSource } from '../../../services/exchange/settle.ts';

/** What an import handed over, in order. */
export interface Taken {
  readonly sink: ImportSink;
  readonly stored: { readonly how: 'insert' | 'update'; readonly booking: ClearedBooking }[];
  readonly apart: ApartRow[];
}

/** A store of one import in memory; the database's own sink is tested with the station. */
export function memorySink(): Taken {
  const known = new Map<string, KnownSource[]>();
  const stored: { how: 'insert' | 'update'; booking: ClearedBooking }[] = [];
  const apart: ApartRow[] = [];
  const keep = (how: 'insert' | 'update', booking: ClearedBooking, bookingId: string): Promise<void> => {
    const { sourceSystem, sourceId, admission } = booking.source;
    const key = `${sourceSystem}\0${sourceId}`;
    const all = known.get(key) ?? [];
    const others = all.filter((one) => one.admission !== admission);
    const earlier = all.filter((one) => one.admission === admission).flatMap((one) => [...one.earlier, one.rowDigest]);
    known.set(key, [...others, { bookingId, admission, rowDigest: booking.digest, earlier }]);
    stored.push({ how, booking });
    return Promise.resolve();
  };
  return {
    sink: {
      list: (source) => Promise.resolve(known.get(`${source.sourceSystem}\0${source.sourceId}`) ?? []),
      insert: (booking) => keep('insert', booking, `booking-${String(stored.length)}`),
      update: (bookingId, booking) => keep('update', booking, bookingId),
      quarantine: (row) => Promise.resolve(void apart.push(row)),
    },
    stored,
    apart,
  };
}
