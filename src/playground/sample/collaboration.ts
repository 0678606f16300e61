const initials = 'A B C D E F G H I J K L M N O P R S T V'.split(' ');

const surnames = [
  'Abelquist',
  'Brambelli',
  'Castanheiro',
  'Dvořínek',
  'Ekwuemesi',
  'Fjeldstrøm',
  'Grünwaldner',
  'Hasegaura',
  'Iwuchukwell',
  'Jórvíksson',
  'Kowalczewski',
  'Lindenhjelm',
  'Montseronne',
  'Nakatsugane',
  'Ołdakiewicz',
];

/** The authors of a large collaboration, as arXiv lists them: its name, a colon like a person, and 300 people. */
export const lanternCollaboration: readonly string[] = [
  'LANTERN Collaboration',
  ':',
  ...surnames.flatMap((surname) => initials.map((initial) => `${initial}. ${surname}`)),
];
