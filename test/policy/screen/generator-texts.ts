// The vocabulary of the booking generator that the importer is measured with: texts that tell status, and texts and
// names that only look so. All people and places are made up.

export const STATUS_TEXTS = [
  'ICE detainer lodged, form I-247A on file.',
  'Subject is undocumented.',
  'Overstayed visa per subject.',
  'A# 012 345 678 given.',
  'ERO Boston called for release time.',
  'Showed green card.',
  'Claims asylum pending.',
  'Not a U.S. citizen per NCIC.',
  'Immigration status unknown, hold for CBP.',
  'Born in Guatemala, entered without inspection.',
  'Deported 2019, re-entry.',
  'Subject is LPR.',
  'Presented Brazilian passport.',
  'Has TPS until next year.',
  'Illegal alien per subject.',
  'No legal status in US.',
  'Sin papeles per translator.',
  'DACA recipient.',
  'Administrative warrant I-200 presented by federal officers.',
  'IMMIGRATION HOLD.',
];

export const STATUS_CHARGES = [
  'HOLD IMMIGRAT',
  'ICE HOLD',
  'IMMIGRATION DETAINER',
  'US IMMIGRATION & CUSTOMS DETAINER',
  'HOLD FOR INS',
  'ILLEGAL REENTRY 8 USC 1326',
];

export const STATUS_RELEASES = [
  'Immigration',
  'Released to ICE',
  'TOT ERO custody',
  'Turned over to CBP',
  'REL TO IMM',
];

export const STATUS_PROPERTY = [
  'Mexican passport',
  'permanent resident card',
  'employment authorization card (EAD)',
  'consular ID card (matrícula)',
];

export const LOOK_ALIKES = [
  'Slipped on black ice on the walkway.',
  'Stole an ice cream cooler from the store.',
  'Took Visa card and a Citizens Bank check book.',
  'A citizen flagged down the cruiser.',
  'Said the officer was alienating him.',
  'Wore an ALIEN: ROMULUS t-shirt.',
  'National Grid crew on scene.',
  'Stopped at the Somerville border, Ball Sq.',
  'A foreign object was removed from his eye at the hospital.',
  'Resident of the second floor called.',
  'Broke the window of Passport Laundry.',
  'Works at Border Cafe.',
  'Notice of removal of the vehicle given.',
  'Drinks at the Green Card Lounge.',
  'Nice person, no issues at booking.',
  'Consulted the shift commander.',
  'Naturally upset about the arrest.',
  'Dropped his vice grip and a licence plate.',
  'Played hold music on the phone.',
  'Status: at large until arrested tonight.',
];

export const PLAIN_NARRATIVES = [
  'Arrestee was cooperative during booking.',
  'Subject intoxicated, placed on 15-minute watch.',
  'Refused to answer medical questions.',
  'Property inventoried and sealed in bag 12.',
  'Subject complained of wrist pain; declined medical attention.',
  'Second booking this month, see incident 26-000123.',
  'Arrested on scene after a call from a neighbor.',
  "Warrant confirmed with clerk's office.",
];

export const SURNAMES = [
  ...["O'Brien", 'O’Connor', 'Di Pietro', 'Gonçalves', 'Díaz', 'Nuñez', 'Jean-Baptiste', 'Łukasz', 'St. Pierre', 'Le'],
  ...['Nguyen', 'Washington', 'France', 'English', 'German', 'Holland', 'Ireland', 'Frost', 'Ice', 'Policeman', 'Visa'],
];

export const STREETS = [
  ...['Main St', 'Washington St', 'Broadway', 'Union St', 'Ice House Rd', 'Policemans Way', 'Citizens Sq', 'Border St'],
  ...['Alden Ter', 'Consulate Ct', 'Cannery Row', 'Mill Pond Ln', '12 Canada St, Apt 3B', 'HOMELESS'],
];

export const CHARGES = [
  ...[
    'OUI-LIQUOR OR .08%',
    'A&B ON POLICE OFFICER',
    'A&B WITH DANGEROUS WEAPON',
    'LARCENY UNDER $1200',
    'RESIST ARREST',
  ],
  ...[
    'FALSE NAME/SSN, ARRESTEE FURNISH',
    'FIREARM WITHOUT FID CARD, POSSESS',
    'FUGITIVE FROM JUSTICE ON COURT WARRANT',
  ],
  ...[
    'CREDIT CARD, LARCENY OF',
    'ALARM, FALSE',
    'PROTECTIVE CUSTODY (NOT AN ARREST CHARGE)',
    'B&E NIGHTTIME FOR FELONY',
  ],
  ...[
    'Cancel Detainer',
    'COM. W/MINOR FOR IMMORAL PURPOSE',
    'COMM MINOR IMM',
    '18 USC 922(g)(1)',
    'CITIZEN ASSIST',
    'DEP',
  ],
];
