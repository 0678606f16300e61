const conference =
  /\b(?:proceedings|proc|conf|conference|workshops?|symposium|symposia|congress|meeting|neural information processing systems|findings|interspeech|usenix|siggraph|challenge|summit|school)\b/i;

/** Journals and series of journals whose names have the word proceedings. */
const journalsOfProceedings =
  /natl|national academy|\bR\.? ?Soc|royal society|\bLond|london math|math(?:ematical|\.)? soc|\bVLDB\b|\bACM (?:on|progr|hum|meas|manag|softw|interact)|^(?:Proc\. ?|Proceedings of the )IEEE$|\bAIP Conf|Conf(?:erence)?\.? ?Ser|Suppl/i;

const journal =
  /\b(?:journal|transactions|trans|annals|letters|lett|magazine|bulletin|reviews?|acta|archiv|plos|elife|TMLR|TPAMI|PAMI|JMLR|TACL|IJCV|IJRR|RA-?L|T-?RO|TNNLS|TIP|TSP|TIFS|TOG|TOIS|TKDE|JAIR|MNRAS|ApJ|A&A|PRL|PR[A-EX]|JHEP|JCAP|(?:Phys|Math|Chem|Astron|Biol)\.)|^(?:nature|science|cell|physica|physics|astronomy|J\.)\b|physics(?: [A-E])?$/i;

/** An acronym with a year, which is how people name a conference: `NeurIPS 2026`, `CVPR 2026 Workshop`. */
const acronymWithYear = /^[A-Z][\w/&+-]*[A-Z][\w/&+-]*(?:-|,? (?:[A-Z]\w*,? )*)(?:19|20)\d\d\b/;

/** Whether a venue is a journal or proceedings; null if its name does not tell. */
export function venueKind(venue: string): 'article' | 'proceedings' | null {
  if (journalsOfProceedings.test(venue)) return 'article';
  if (conference.test(venue)) return 'proceedings';
  if (journal.test(venue)) return 'article';
  return acronymWithYear.test(venue) ? 'proceedings' : null;
}
