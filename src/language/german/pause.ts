import type { english, Translated } from '../english.ts';

export const pause: Translated<typeof english.pause> = {
  noSubscription: '{channel} hat kein Abo, also gibt es keinen Digest zum Anhalten. Leg eins mit `/subscribe` an.',
  done: 'Erledigt: {channel} bekommt bis {end} keine Digests. Die Abos bleiben, wie sie sind.',
  doneOpen:
    'Erledigt: {channel} bekommt keine Digests, bis jemand `/digest resume` ausführt. Die Abos bleiben, wie sie sind.',
  announced: '{person} hat den Digest dieses Kanals bis {end} angehalten.',
  announcedOpen: '{person} hat den Digest dieses Kanals angehalten, bis jemand `/digest resume` ausführt.',
  unreadable: '„{typed}“ ist kein Tag, den ich lesen kann. {hint}',
  far: '„{typed}“ liegt zu weit in der Zukunft ({day}). {hint}',
  today: '„{typed}“ ist heute. {hint}',
  past: '„{typed}“ ist schon vorbei ({day}). {hint}',
  hint: 'Nenn einen Tag nach heute und innerhalb eines Jahres, etwa `2 weeks`, `next monday`, `1 July` oder `2027-01-07`.',
};
