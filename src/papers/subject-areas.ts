import type { Category } from './categories.ts';
import { findPreprintServer } from './preprint-servers.ts';

/** The subject areas of servers, by the id of their source. */
const servers: Readonly<Record<string, readonly string[]>> = {
  biorxiv: [
    'Animal Behavior and Cognition',
    'Biochemistry',
    'Bioengineering',
    'Bioinformatics',
    'Biophysics',
    'Cancer Biology',
    'Cell Biology',
    'Clinical Trials',
    'Developmental Biology',
    'Ecology',
    'Epidemiology',
    'Evolutionary Biology',
    'Genetics',
    'Genomics',
    'Immunology',
    'Microbiology',
    'Molecular Biology',
    'Neuroscience',
    'Paleontology',
    'Pathology',
    'Pharmacology and Toxicology',
    'Physiology',
    'Plant Biology',
    'Scientific Communication and Education',
    'Synthetic Biology',
    'Systems Biology',
    'Zoology',
  ],
  medrxiv: [
    'Addiction Medicine',
    'Allergy and Immunology',
    'Anesthesia',
    'Cardiovascular Medicine',
    'Dentistry and Oral Medicine',
    'Dermatology',
    'Emergency Medicine',
    'Endocrinology',
    'Epidemiology',
    'Forensic Medicine',
    'Gastroenterology',
    'Genetic and Genomic Medicine',
    'Geriatric Medicine',
    'Health Economics',
    'Health Informatics',
    'Health Policy',
    'Health Systems and Quality Improvement',
    'Hematology',
    'HIV AIDS',
    'Infectious Diseases',
    'Intensive Care and Critical Care Medicine',
    'Medical Education',
    'Medical Ethics',
    'Nephrology',
    'Neurology',
    'Nursing',
    'Nutrition',
    'Obstetrics and Gynecology',
    'Occupational and Environmental Health',
    'Oncology',
    'Ophthalmology',
    'Orthopedics',
    'Otolaryngology',
    'Pain Medicine',
    'Palliative Medicine',
    'Pathology',
    'Pediatrics',
    'Pharmacology and Therapeutics',
    'Primary Care Research',
    'Psychiatry and Clinical Psychology',
    'Public and Global Health',
    'Radiology and Imaging',
    'Rehabilitation Medicine and Physical Therapy',
    'Respiratory Medicine',
    'Rheumatology',
    'Sexual and Reproductive Health',
    'Sports Medicine',
    'Surgery',
    'Toxicology',
    'Transplantation',
    'Urology',
  ],
};

/**
 * The category of a server's subject area: `biorxiv/cell-biology`. An area that is not in the list has a category too, so
 * that a paper of a new area is in `biorxiv/*`. Null for a text without letters.
 */
export function subjectCategory(server: string, area: string): string | null {
  const words =
    area
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.length === 0 || area.length > 80 ? null : `${server}/${words.join('-')}`;
}

/** The subject areas of bioRxiv and medRxiv as categories, in the order of their ids. */
export const subjectAreas: readonly Category[] = Object.entries(servers).flatMap(([server, areas]) =>
  areas.map((name) => ({ id: subjectCategory(server, name) ?? '', name, archive: server })),
);

const byId = new Map(subjectAreas.map((area) => [area.id, area]));

/**
 * The subject area of that id, whatever its case: `bioRxiv/Cell_Biology` is `biorxiv/cell-biology`. At servers that are
 * read from Crossref, any area can exist: their lists are not known.
 */
export function findSubjectArea(text: string): Category | null {
  const [server = '', area = '', ...others] = text.trim().toLowerCase().split('/');
  if (others.length > 0) return null;
  const id = subjectCategory(server, area) ?? '';
  return (
    byId.get(id) ?? (id !== '' && findPreprintServer(server) !== null ? { id, name: area, archive: server } : null)
  );
}

/** Whether a server of that name has subject areas: `bioRxiv`. */
export const hasSubjectAreas = (server: string): boolean =>
  Object.hasOwn(servers, server.toLowerCase()) || findPreprintServer(server) !== null;
