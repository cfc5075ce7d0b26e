/** Words that are read out to every person in custody, whoever they are. */
export const notices = {
  title: 'Consular notice',
  note: 'Read it to everyone in the same words. Ask nothing about citizenship; what the person asks for goes into the detail.',
  consular: [
    {
      language: 'English',
      tag: 'en',
      paragraphs: [
        'We read this to every person who is arrested. If you are a national of another country, you may ask us to tell your consulate that you are here, and you may speak with your consulate.',
        'You do not have to tell us where you are from. Tell us only if you want us to make this call.',
      ],
    },
    {
      language: 'Español',
      tag: 'es',
      paragraphs: [
        'Leemos esto a toda persona arrestada. Si usted es nacional de otro país, puede pedirnos que avisemos a su consulado que está aquí, y puede hablar con su consulado.',
        'No tiene que decirnos de dónde es. Díganoslo solamente si quiere que hagamos esta llamada.',
      ],
    },
    {
      language: 'Português',
      tag: 'pt',
      paragraphs: [
        'Lemos isto a todas as pessoas presas. Se você é nacional de outro país, pode pedir que avisemos o seu consulado de que está aqui, e pode falar com o seu consulado.',
        'Você não precisa dizer de onde é. Diga somente se quiser que façamos esta ligação.',
      ],
    },
  ],
} as const;
