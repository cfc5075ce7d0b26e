// A file of made-up bookings, as a records system hands them over.
import { writeFileSync } from 'node:fs';

const HEADINGS =
  'RecID,Booking #,Date of Booking,Last Name,First Name,DOB,Sex,Race,Res Address,Res City,Statute #,Charge Description,F/M,Property,Narrative,CTZ,POB';
const NAMES = ['Testperson', 'Sampleton', 'Placeholder', 'Fictional', 'Mustermann'];
const TEXTS = [
  'Arrestee was cooperative during booking.',
  'Property inventoried and sealed in bag 6408. Bail clerk notified, bail set.',
  'Slipped on black ice on the walkway; prints taken on livescan, one retry on left thumb.',
];

function row(index: number): string {
  const number = String(index).padStart(7, '0');
  const day = String((index % 27) + 1).padStart(2, '0');
  const name = NAMES[index % NAMES.length] ?? '';
  const text = TEXTS[index % TEXTS.length] ?? '';
  const where = `${String((index % 90) + 1)} Sample Street,Exampleton`;
  const charge = '272/53/F;266/120,DISORDERLY CONDUCT;TRESPASS,misdemeanor;misdemeanor';
  return `R${number},2026-${number},2026-01-${day}T04:47:00,${name},Alex,1990-03-13,M,WHITE,${where},${charge},wallet; keys,"${text}",,`;
}

/** So many bookings with two charges each; columns CTZ and POB are there and empty. */
export function writeBookings(path: string, count: number): void {
  writeFileSync(path, `${[HEADINGS, ...Array.from({ length: count }, (_none, index) => row(index))].join('\n')}\n`);
}
