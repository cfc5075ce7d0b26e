// What the column headings of records systems mean. The headings stand in real files and schemas (rms-headings.json,
// with where each was seen); which of our fields they are is our own reading. Protected names are not repeated here.
import { compact } from '../screen/fold.ts';
import type { ApprovedName } from './classify.ts';

/** Headings per approved field, as records systems print them. */
const HEADINGS: readonly (readonly [ApprovedName, readonly string[]])[] = [
  ['record_action', ['Action']],
  ['source_system', ['Source', 'Source Name', 'System']],
  ['source_record_id', ['RecID', 'Record ID', 'booking_id', 'internal_event_id', 'Document ID']],
  ['agency_name', ['Agency']],
  ['agency_ori', ['ORI']],
  ['booking_no', ['Booking #', 'BookingNo', 'Booking', 'Booking Number', 'booking_number']],
  [
    'booking_datetime',
    [
      'Date of Booking',
      'BookDate',
      'booking_dt',
      'Booking Date',
      'Booking Date/Time',
      'Commit Date',
      'jail_entry_date',
    ],
  ],
  ['booking_category', ['Bkg Type', 'Booking Type']],
  ['booking_officer_name', ['Booking Officer']],
  ['booking_officer_badge', ['Bkg Ofc ID', 'Booking Officer ID']],
  ['booking_facility', ['Facility']],
  ['cell', ['Cell']],
  ['incident_no', ['Incident #', 'Incident Number']],
  ['rights_read', ['Miranda Y/N', 'Miranda']],
  ['phone_call_datetime', ['Phone Call']],
  ['property_items', ['Property']],
  ['narrative', ['Narrative']],
  ['subject_id', ['MNI #', 'MNI', 'internal_person_id']],
  ['last_name', ['Last Name', 'LastName', 'Surname']],
  ['first_name', ['First Name', 'FirstName', 'Given Name']],
  ['middle_name', ['Middle Name', 'Middle Initial', 'MiddleInitial']],
  ['name_suffix', ['Suffix']],
  ['dob', ['DOB', 'Date of Birth', 'Birth Date']],
  ['age', ['Age']],
  ['sex', ['Sex', 'Gender', 'gender_desc']],
  ['race', ['Race', 'race_desc', 'colour']],
  ['ethnicity', ['Ethnicity', 'Eth']],
  ['resident_status', ['Resident Status']],
  ['height', ['Hgt', 'Height']],
  ['weight', ['Wgt', 'Weight']],
  ['eye_color', ['Eyes', 'Eye Color']],
  ['hair_color', ['Hair', 'Hair Color']],
  ['address_street', ['Res Address', 'Address']],
  ['address_city', ['Res City', 'City']],
  ['address_state', ['Res St', 'State']],
  ['address_zip', ['Res Zip', 'Zip', 'Zip Code']],
  ['state_id', ['SID', 'State Id']],
  ['arrest_no', ['Arrest #', 'Arrest Number']],
  ['arrest_datetime', ['Arrest Date/Time', 'Arrest Date']],
  ['arrest_type', ['Arrest Type']],
  ['arrest_location', ['Arrest Location']],
  ['arresting_officer_name', ['Arresting Officer']],
  ['arresting_officer_badge', ['Arr Ofc ID', 'Arresting Officer ID']],
  ['warrant_no', ['Warrant #', 'Warrant Number']],
  ['warrant_court', ['Wrnt Court', 'Warrant Court']],
  ['charge_sequence', ['Charge Seq', 'Charge Sequence']],
  ['charge_statute', ['Statute #', 'Statute']],
  ['charge_description', ['Charge Description', 'booking_charge_desc', 'Charge']],
  ['charge_counts', ['Cnts', 'Counts']],
  ['charge_severity', ['F/M', 'Severity']],
  ['bail_amount', ['Bond Amount', 'Bail Amount', 'bond_amount']],
  ['bail_type', ['Bondtype', 'Bond Type']],
  ['arraignment_datetime', ['Next Court Date']],
  ['court', ['Court Name']],
  ['release_datetime', ['Release Date', 'release_dt', 'ActualReleaseDate', 'Release Date/Time', 'jail_exit_date']],
  ['release_reason', ['Release Disposition', 'release_disposition_desc']],
  ['released_to', ['Released To']],
  ['hold_for_agency', ['Holding for Agency', 'jurisdiction_cd']],
];

const TABLE: ReadonlyMap<string, ApprovedName> = new Map(
  HEADINGS.flatMap(([field, headings]) => headings.map((heading) => [compact(heading), field] as const)),
);

/** The approved field that a records system means by this heading, case, spacing and punctuation aside. */
export function fieldOfHeading(heading: string): ApprovedName | undefined {
  return TABLE.get(compact(heading));
}
