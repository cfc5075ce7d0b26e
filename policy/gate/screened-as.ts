// How each approved field is screened. A field that is not named here holds a number, a time or a yes/no.
import type { ApprovedName } from '../fields/classify.ts';
import type { ApprovedField } from '../fields/field.ts';
import type { ScreenField } from '../screen/verdict.ts';

const BY_NAME: Readonly<Partial<Record<ApprovedName, ScreenField>>> = {
  agency_name: 'agency',
  arresting_agency: 'agency',
  booking_facility: 'agency',
  hold_for_agency: 'agency',
  released_to: 'agency',
  release_reason: 'agency',
  warrant_court: 'agency',
  court: 'agency',
  custody_status: 'agency',
  charge_disposition: 'agency',
  charge_description: 'charge-text',
  charge_statute: 'charge-text',
  narrative: 'narrative',
  caution_text: 'remarks',
  medical_notes: 'medical',
  property_items: 'property',
  scars_marks_tattoos: 'remarks',
  aliases: 'alias',
  address_street: 'address',
  address_city: 'address',
  address_state: 'code',
  arrest_location: 'address',
  employer: 'remarks',
  occupation: 'remarks',
  bail_type: 'remarks',
  interpreter_language: 'title',
  height: 'code',
  phone: 'code',
};

/** The kind of text that this field holds for the screen. */
export function screenFieldOf(field: ApprovedField & { readonly name: ApprovedName }): ScreenField {
  return BY_NAME[field.name] ?? (field.type === 'name' ? 'name' : 'code');
}
