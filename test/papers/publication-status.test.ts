import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { publicationStatus } from '../../src/papers/publication-status.ts';
import { hasSharedData, readSharedBytes, skipped } from '../sources/shared-data.ts';
import { inventPaper } from '../support/invented-papers.ts';

const ofTitle = (title: string) => publicationStatus(inventPaper({ title }));
const ofAbstract = (abstract: string) => publicationStatus(inventPaper({ abstract }));
const ofComment = (comment: string) => publicationStatus(inventPaper({ comment }));

describe('a withdrawn paper is known by', () => {
  it.each([
    'WITHDRAWN: Tides of invented seas',
    'Withdrawn: Tides of invented seas',
    'RETRACTED: Tides of invented seas',
    'RETRACTED ARTICLE: Tides of invented seas',
    'Retracted Chapter: Tides of invented seas',
    'RETRACTED ARTICLE Tides of invented seas',
    '[Retracted] Tides of invented seas',
    '[WITHDRAWN] Tides of invented seas',
    '(Retracted) Tides of invented seas',
    'Retracted – Tides of invented seas',
    'TEMPORARY REMOVAL: Tides of invented seas',
    'REMOVED: Tides of invented seas',
    'Tides of invented seas (Retracted)',
    'Tides of invented seas [WITHDRAWN]',
    'Tides of invented seas (Retracted article. See vol. 12, pg. 3, 2026)',
    'Withdrawn',
  ])('the title “%s”', (title) => {
    expect(ofTitle(title)).toBe('withdrawn');
  });

  it.each([
    'This paper has been withdrawn.',
    'This paper has been withdrawn by the author(s), due to an error in Lemma 3.',
    'This paper is now withdrawn because of a mistake in the second proof.',
    'This manuscript has been withdrawn by bioRxiv following a formal request by the authors.',
    'The authors have withdrawn this manuscript because the samples were swapped.',
    'Withdrawal Statement The authors have withdrawn their manuscript whilst they repeat the measurement.',
    'bioRxiv has withdrawn this preprint, as it was posted without the consent of all authors.',
    'This article has been withdrawn at the request of the author(s) and/or editor.',
    'This article has been retracted: please see the policy of the publisher.',
    'This article has been removed: please see the policy of the publisher.',
    'Paper withdrawn by the author. We weigh tides.',
    'Withdrawn due to a sign error.',
    'Retracted.',
    'medRxiv has removed this preprint, because it was posted twice.',
    'We withdraw this paper, because its main theorem is wrong.',
    'After useful comments, we would like to withdraw this paper.',
    'We weigh 300 tides. This submission has been withdrawn by arXiv administrators.',
    'We weigh tides. [Reason for withdrawal continued] Page 4 has an error.',
    'This preprint has been withdrawn from arXiv, since a newer one replaces it.',
    'The paper has been withdrawn by the authors.',
    'The authors wish to withdraw this article from the server.',
    'We weigh tides. Note the paper has been withdrawn.',
    'This version withdrawn by arXiv administrators because the submitter had no right to post it',
    'The preprint has been removed at the request of its authors.',
  ])('the abstract “%s”', (abstract) => {
    expect(ofAbstract(abstract)).toBe('withdrawn');
  });

  it.each([
    'This paper has been withdrawn',
    'withdrawn',
    'Withdrawn by the authors',
    '12 pages, 3 figures. Withdrawn due to an error in Section 2',
    'Paper withdrawn: Lemma 2 is wrong',
    'arXiv admin note: this version has been removed by arXiv administrators due to copyright infringement',
    '9 pages. This paper was submitted by mistake and has now been withdrawn',
    'Submitted to a journal, June 2026, This paper has been withdrawn by the authors',
  ])('the comment “%s”', (comment) => {
    expect(ofComment(comment)).toBe('withdrawn');
  });
});

describe('a notice is known by its title', () => {
  it.each([
    'Issue Information',
    'Issue Information ‐ Table of Contents',
    'Issue Information (Small 3/2026)',
    'Table of Contents',
    'Contents',
    'Contents: Vol. 12, No. 3, March 2026',
    'Graphical contents list',
    'Graphical Abstract: Small 3/2026',
    'Front Cover: Tides of Invented Seas (Small 3/2026)',
    'Front Cover Image, Volume 12, Issue 3',
    'Inside Back Cover: Tides of Invented Seas',
    'Cover Picture: Tides of Invented Seas',
    'Cover Feature: Tides of Invented Seas',
    'Cover Image',
    'Front Cover',
    'Frontispiece: Tides of Invented Seas',
    'Titelbild: Gezeiten erfundener Meere (Angew. Chem. 3/2026)',
    'Editorial Board',
    'Editorial Board/Publication Information',
    'Editorial Advisory Board',
    'Editorial Board/Masthead',
    'Issue Editorial Masthead',
    'Issue Publication Information',
    'IFC (Editorial Board)',
    'OFC',
    'TOC',
    'Aims and Scope',
    'Notes on Contributors',
    'Reviewers 2025',
    'Publisher Note: Tides of invented seas',
    'Masthead',
    'Front Matter',
    'Back matter',
    'Author Index Volume 12',
    'Subject Index',
    'Acknowledgement to Reviewers of Tides in 2025',
    'List of reviewers 2025',
    'Instructions for Authors',
    'Call for Papers',
    'Correction',
    'Correction: Tides of invented seas',
    'Correction to: Tides of invented seas',
    'Correction to “Tides of invented seas”',
    'Correction to the article: Tides of invented seas',
    'Correction for Ruiz et al., Tides of invented seas',
    'Author Correction: Tides of invented seas',
    'Publisher Correction: Tides of invented seas',
    'Publisher’s Note: Tides of invented seas [Phys. Rev. B 1, 2 (2026)]',
    'Erratum',
    'ERRATUM: Tides of invented seas',
    'Erratum to: Tides of invented seas',
    'Erratum for “Tides of invented seas”',
    'Publisher’s Erratum: Tides of invented seas',
    'Corrigendum to “Tides of invented seas” [J. Tides 7 (2026) 12]',
    'Corrigendum: Tides of invented seas',
    'Corrigendum and addendum to: Tides of invented seas',
    'Errata',
    'Retraction',
    'Retraction: Tides of invented seas',
    'Retraction Note: Tides of invented seas',
    'Retraction Note to: Tides of invented seas',
    'Retraction notice to “Tides of invented seas”',
    'Retraction for Ruiz et al., Tides of invented seas',
    'Notice of Retraction: Tides of invented seas',
    'Statement of Retraction: Tides of invented seas',
    'Expression of Concern: Tides of invented seas',
    'Editorial Expression of Concern: Tides of invented seas',
    'Expression of concern',
  ])('“%s”', (title) => {
    expect(ofTitle(title)).toBe('notice');
  });

  it('the statement of a publisher counts, whatever the texts say', () => {
    expect(publicationStatus(inventPaper({ statedStatus: 'withdrawn' }))).toBe('withdrawn');
    expect(publicationStatus(inventPaper({ title: 'Tides', statedStatus: 'notice' }))).toBe('notice');
  });
});

describe('research is not a notice, and not withdrawn:', () => {
  it.each([
    'Retraction maps on manifolds',
    'Retraction of the soft palate in mice',
    'Retractions and Gorenstein homological properties',
    'Error correction',
    'Correction of beam hardening in radiograms',
    'Correction factors for tides',
    'Corrections to the Casimir energy',
    'Corrections to Hawking-like radiation',
    'A correction to the theory of tides',
    'Correcting tides',
    'Correction to collision rates of droplets',
    'Withdrawal symptoms in invented mice',
    'WITHDRAWAL SYMPTOMS IN INVENTED MICE',
    'RETRACTED LANDING GEAR OF INVENTED GLIDERS',
    'Withdrawn patients: a cohort study',
    'Retracted papers keep being cited',
    'Removed trees and their birds',
    'Removal: the missing verb of databases',
    'Concern and its expression in letters',
    'Expression of concern-related genes',
    'Contents of invented stomachs',
    'Content moderation at scale',
    'Cover times of random walks',
    'COVER: Coverage-Verified Roadmaps',
    'Cover crops and soil',
    'Front cover crops',
    'Covers of surfaces',
    'Index of refraction of sand',
    'Subject indexing by machines',
    'Editorial boards of journals: a survey',
    'Imprint of tides in sediments',
    'Imprinting in geese',
    'Information',
    'TOC theory',
    'Contributors to sea level rise',
    'Aims and scope of invented law',
    'Reviewers and their 2025 habits',
    'Publisher notes: a corpus',
    'Announcements and prices',
    'Brief Announcement: Sorting tides',
    'Calls for papers as a genre: a corpus study',
    'In this issue of trust, who decides?',
    'Comment on “Tides of invented seas”',
    'Reply to “Comment on Tides of invented seas”',
    'Addendum to “Tides of invented seas”: the northern half',
    'Errata detection in printed books',
    'Information for patients after surgery',
    'Acknowledgement of uncertainty in forecasts',
    'Front matter matters: how readers enter books',
    'A note on notes',
  ])('the title “%s”', (title) => {
    expect(ofTitle(title)).toBeNull();
  });

  it.each([
    'A solid withdrawn from a liquid bath entrains a film.',
    'The drug was withdrawn because of side effects.',
    'This study was withdrawn after low enrolment in two centres.',
    'We study papers that were withdrawn by arXiv administrators.',
    'We study papers withdrawn from arXiv, and why they were withdrawn.',
    'We ask why an article has been retracted, and find that this kind of retracted article is cited on.',
    'This claim is retracted, as the energy shows.',
    'Weyl’s scale geometry was withdrawn by its author.',
    'This paper considers drugs that have been withdrawn by regulators.',
    'The authors who withdraw from social media write more.',
    'Guaranteed minimum withdrawal benefits have a reason for withdrawal behaviour.',
    'We show that the retract of a free group is free.',
    'This paper models withdrawn deposits and their reasons.',
    'The tree has been removed from the plot.',
  ])('the abstract “%s”', (abstract) => {
    expect(ofAbstract(abstract)).toBeNull();
  });

  it.each([
    '17 pages; paper withdrawn from IEEE Transactions on Tides and re-submitted to another journal',
    '12 pages, errata of the first version included',
    'A claim on free will in the first version is withdrawn in this one',
    'Not withdrawn',
  ])('the comment “%s”', (comment) => {
    expect(ofComment(comment)).toBeNull();
  });
});

/** Words of such texts; a real text that has none of them cannot be one. */
const suspicious = {
  title: /retraction|errat|corrig|correction (?:and notes )?(?:to|of) (?:the (?:article|paper)|["'`])|concern/i,
  abstract: /withdr[ae]w/i,
};

interface RealPaper {
  readonly title: string;
  readonly abstract: string;
}

const corpus = 'data/arxiv_train/arxiv_all_2016_2026-02.jsonl.gz';

describe.skipIf(!hasSharedData)(`on real papers of all fields ${hasSharedData ? '' : skipped}`, () => {
  const papers: readonly RealPaper[] = hasSharedData
    ? gunzipSync(readSharedBytes(corpus))
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : [];

  it('finds corrections by their titles, and has no false alarm', () => {
    const found = papers.map(({ title }) => title).filter((title) => ofTitle(title) !== null);
    expect(found.filter((title) => !suspicious.title.test(title))).toEqual([]);
    // A person read all of them.
    expect(found).toHaveLength(39);
  });

  it('finds withdrawn papers by their abstracts, and has no false alarm', () => {
    const found = papers.map(({ abstract }) => abstract).filter((abstract) => ofAbstract(abstract) !== null);
    expect(found.filter((abstract) => !suspicious.abstract.test(abstract))).toEqual([]);
    // A person read all of them.
    expect(found).toHaveLength(7);
  });
});
