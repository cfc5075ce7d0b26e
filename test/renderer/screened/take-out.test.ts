import { describe, expect, test } from 'vitest';
import { joinSpans, takeOut } from '../../../renderer/screened/take-out.ts';

/** What is left of a text in which the words to go stand between {braces}. */
function without(given: string): ReturnType<typeof takeOut> {
  const start = given.indexOf('{');
  const end = given.indexOf('}') - 1;
  return takeOut(given.replace(/[{}]/g, ''), [start, end]);
}

describe('taking a word out leaves', () => {
  test.each([
    ['Takes 3.5 mg warfarin daily and is {undocumented}.', 'Takes 3.5 mg warfarin daily.'],
    [
      'Pt takes 0.25 mg digoxin, had a seizure at 2230 and is {undocumented}.',
      'Pt takes 0.25 mg digoxin, had a seizure at 2230.',
    ],
    [
      'Has a knife in his left boot, threatened to stab officers and is {undocumented}.',
      'Has a knife in his left boot, threatened to stab officers.',
    ],
    [
      'Diabetic, needs insulin at 0600, allergic to penicillin and is {an illegal immigrant}.',
      'Diabetic, needs insulin at 0600, allergic to penicillin.',
    ],
    [
      'At approx. 0115 hrs. he had a loaded Glock 19 in the waistband, ran; he is {undocumented}.',
      'At approx. 0115 hrs. he had a loaded Glock 19 in the waistband, ran.',
    ],
    ['He is not {undocumented} and he is suicidal.', 'He is suicidal.'],
    ['Gave 0.5 mg lorazepam, {is here illegally} and is calm.', 'Gave 0.5 mg lorazepam and is calm.'],
    ['Fell from roof in 2014 after he {was deported}, has metal plate', 'Fell from roof in 2014, has metal plate'],
    ['Suicidal because he {fears deportation}.', 'Suicidal.'],
    ['Because he is {undocumented}, he fears doctors and needs insulin.', 'He fears doctors and needs insulin.'],
    ['Allergic to latex but {undocumented}.', 'Allergic to latex.'],
    ['The suspect is {undocumented} and gave his name at once.', 'The suspect gave his name at once.'],
    ['Suspect is {undocumented} and suicidal.', 'Suspect is suicidal.'],
    ['Suspect is {undocumented}, suicidal and armed.', 'Suspect is suicidal and armed.'],
    ['Suspect is armed, {undocumented} and suicidal.', 'Suspect is armed and suicidal.'],
    ['Patient {is here illegally}, allergic to penicillin.', 'Patient, allergic to penicillin.'],
    ['The suspect is {undocumented} and he is suicidal.', 'The suspect: he is suicidal.'],
    ['He has {a green card} and a knife.', 'He has a knife.'],
    ['He has {no papers} and takes insulin.', 'He takes insulin.'],
    ['He {has no papers} and no allergies.', 'No allergies.'],
    ['He {was deported} in 2014 and has a metal plate.', 'He has a metal plate.'],
    ['He {was deported} with a metal plate in his hip.', 'He with a metal plate in his hip.'],
    ['Victim, who is {undocumented}, has a broken arm.', 'Victim has a broken arm.'],
    ['Male who is {undocumented} fled on foot.', 'Male fled on foot.'],
    ['Is {undocumented}, takes insulin.', 'Takes insulin.'],
    ['{Undocumented male}, takes insulin 10 units.', 'Takes insulin 10 units.'],
    ['{Male (undocumented}) with head wound.', 'With head wound.'],
    ['Pt is an {undocumented immigrant} with HIV.', 'Pt is with HIV.'],
    ['An armed, {undocumented} male fled.', 'An armed male fled.'],
    ['An {undocumented} male ran north.', 'A male ran north.'],
    ['Victim saw a {deported} officer leave', 'Victim saw an officer leave'],
    ['{Undocumented} driver stopped.', 'Driver stopped.'],
    ['He said he {overstayed his visa}, then left.', 'He then left.'],
    ['Stated that he is {undocumented} and has asthma.', 'Stated that he has asthma.'],
    ['He said "I am {undocumented}", then bled.', 'He then bled.'],
    ['Wound to the head; he is {undocumented}; allergic to latex.', 'Wound to the head; allergic to latex.'],
    ['Diabetic patient is {undocumented}.', 'Diabetic patient.'],
    ['The man with a plate in his hip is {undocumented}.', 'The man with a plate in his hip.'],
    ['Swallowed 12 bags. He {is here illegally} since 2019. Send to ER.', 'Swallowed 12 bags. Send to ER.'],
    ['Insulin at 0600 hrs. {Undocumented}. Penicillin allergy.', 'Insulin at 0600 hrs. Penicillin allergy.'],
    ['Seen by Dr. Sample at 5 p.m. today, is {undocumented}.', 'Seen by Dr. Sample at 5 p.m. today.'],
    ['Status: {undocumented}. Meds: insulin.', 'Meds: insulin.'],
    ['He ran. The suspect is {undocumented}. He fell.', 'He ran. He fell.'],
    ['Line one\n{undocumented} person fled\nLine three', 'Line one\nPerson fled\nLine three'],
    ['Line one\nHe is {undocumented}\nLine three', 'Line one\nLine three'],
    ['Toma 2.5 mg de warfarina y es {indocumentado}.', 'Toma 2.5 mg de warfarina.'],
    [
      'Es diabético, necesita insulina a las 0600 y {es inmigrante ilegal}.',
      'Es diabético, necesita insulina a las 0600.',
    ],
    [
      'Se cayó del techo en 2014 después de que fue {deportado}, tiene placa de metal.',
      'Se cayó del techo en 2014, tiene placa de metal.',
    ],
    ['El sospechoso es {indocumentado} y dio su nombre.', 'El sospechoso dio su nombre.'],
    ['Es alérgico a la penicilina pero {está aquí ilegalmente}.', 'Es alérgico a la penicilina.'],
    ['El hombre que es {indocumentado} huyó con un arma.', 'El hombre huyó con un arma.'],
    ['{No tiene papeles} y toma insulina.', 'Toma insulina.'],
    ['Toma 0,5 mg de lorazepam e {está ilegal} no país.', 'Toma 0,5 mg de lorazepam.'],
    ['O suspeito é {indocumentado} e deu o nome.', 'O suspeito deu o nome.'],
    ['O paciente é {indocumentado} e diabético.', 'O paciente é diabético.'],
    ['É diabético, mas é {imigrante ilegal}.', 'É diabético.'],
    ['Precisa de insulina às 6h porque {não tem documentos}.', 'Precisa de insulina às 6h.'],
    [
      'Caiu do telhado em 2014 depois que foi {deportado}, tem placa de metal.',
      'Caiu do telhado em 2014, tem placa de metal.',
    ],
  ])('%s', (given, left) => {
    expect(without(given).text).toBe(left);
  });

  test.each(['{Undocumented}.', 'The driver was here {undocumented}', 'He told staff that he is {undocumented}.'])(
    'nothing where little more than a subject would be left: %s',
    (given) => {
      expect(without(given)).toMatchObject({ text: '', sentence: null, caret: 0 });
    },
  );
});

describe('beside what is left stands', () => {
  test('the sentence alone, from its beginning', () => {
    const { sentence } = without('Knife taken. Needs 0.5 mg lorazepam, {is here illegally}. Two witnesses.');
    expect(sentence).toBe('Needs 0.5 mg lorazepam.');
  });

  test('which words go as well, without those that were marked', () => {
    expect(without('Knife taken. The suspect is {undocumented} and gave his name.').gone).toEqual(['is', 'and']);
    expect(without('Fell after he {was deported}, has metal plate').gone).toEqual(['after he']);
    expect(without('An {undocumented} male ran.').gone).toEqual([]);
    expect(without('He ran. He is {undocumented}.').gone).toEqual(['He is']);
  });

  test('where the words stood', () => {
    const { text, caret } = without('Knife taken. The suspect is {undocumented} and gave his name.');
    expect([text.slice(0, caret), text.slice(caret)]).toEqual(['Knife taken. The suspect', ' gave his name.']);
    expect(without('He ran. He is {undocumented}. He fell.').caret).toBe('He ran.'.length);
  });
});

describe('what counts as one thing to take out', () => {
  test('words that stand side by side', () => {
    const text = 'The driver is undocumented immigrant and left';
    const spans = joinSpans(text, [
      [14, 26],
      [27, 36],
    ]);
    expect(spans).toEqual([[14, 36]]);
    expect(spans.map((span) => takeOut(text, span).text)).toEqual(['The driver left']);
  });

  test('words apart stay apart', () => {
    const spans = [
      [4, 14],
      [19, 23],
    ] as const;
    expect(joinSpans('She overstayed her visa', spans)).toEqual(spans);
  });
});
