import type { SamplePaper } from './sample-paper.ts';

/** Software, security, data and the machines they run on. */
export const systemsPapers: readonly SamplePaper[] = [
  {
    day: 'today',
    title: 'Lifetimes Without Tears: Checking Borrow Rules for Legacy C++ at Link Time',
    authors: ['Gerrit Hoogenveld', 'Priyamvada Sankaranath', 'Caoimhe Ardaghill', 'Lucjan Śliwowski'],
    categories: ['cs.PL', 'cs.SE'],
    abstract: `Much of the world runs on C++ that nobody will rewrite. We ask how far borrow checking can go without touching a
line of it. Our tool, Tearless, infers lifetimes while the program is linked, when all of it can be seen at once, and
reports only violations for which it can show a run. On fourteen projects with 22 million lines it finds 611 uses after
free or after return, of which maintainers have confirmed 547; the false alarms come mostly from hand-written
allocators. Checking adds nine minutes to the longest link. Where a lifetime cannot be inferred, Tearless asks for one
annotation and says what it would gain by it. Eleven hundred annotations suffice for all fourteen projects.`,
    pick: {
      upvotes: 24,
      code: 'tearless',
      stars: 377,
      summary:
        'Borrow checking at link time finds hundreds of memory errors in legacy C++ without changing its source.',
      keywords: ['C++', 'memory safety', 'static analysis'],
      comments: 3,
    },
  },
  {
    day: 'today',
    title: '@everyone Read This: Measuring Markup Injection A](https://evil.example) [B in Chat Bridges',
    authors: ['Balthazar Quillfeather', 'Eun-bi Noraesan', 'Tjaša Grmovšek'],
    categories: ['cs.CR', 'cs.HC'],
    abstract: `Text that is harmless in one place is markup in the next. We study programs that carry text into chat rooms:
bridges, bots and notifiers. The title of this paper is one of our 212 test strings; if it rang a bell, bent a link or
summoned a crowd where you are reading it, the program that brought it to you is affected, and so were 61 of the 88
programs that we tested. Mass mentions were stopped by most, forged links by few, and invisible reversing characters by
none. We trace the failures to escaping by a list of what is dangerous instead of what is safe, and to escaping before
shortening. All authors of affected programs were told 120 days ago. The test strings are public, and are safe to
read, here.`,
  },
  {
    day: 'today',
    title: 'Write Once, Crash Anywhere: Exhaustive Power-Failure Testing for Embedded Databases',
    authors: ['Ragnhild Storvatn', 'Emeka Chukwudolu', 'Tobiah Wexcombe'],
    categories: ['cs.DB', 'cs.OS'],
    abstract: `A database promises that what it has acknowledged survives a power cut. We pull the plug at every point at which
it could be pulled. Our simulator records each write and each flush of a workload, enumerates the states that a disk
could be left in, and opens the database in every one of them. For workloads of a few hundred transactions that is
about a million states, which symmetry reduces to nine thousand and a quarter of an hour. Of seven embedded databases
in their default settings, three lose acknowledged transactions, and all three say so in their documentation, several
pages after the promise. One corrupts its index in a single state out of 1.2 million; it was fixed within a day.`,
  },
  {
    day: 'today',
    title: 'Calm Error Messages: What Programs Should Say When They Cannot',
    authors: ['Dorothea Plainsong', 'Hiroki Tanigaeri', 'Aminata Koulibarry'],
    categories: ['cs.HC', 'cs.SE'],
    abstract: `We collect 4,100 error messages from programs in daily use and ask 380 people, at the moment at which they see one,
what they are going to do. Messages that say what happened are understood; messages that say what to do next are acted
upon; messages that do both, in this order and in fewer than 25 words, shorten the time to recovery by 41%. An apology
has no effect, an exclamation mark a harmful one, and a reference number is appreciated only by those who know whom to
tell. A language model that rewrites messages does well as long as it may read the source code, and makes things up
when it may not. We give seven rules, a checker, and our own collection of regrettable examples.`,
    pick: {
      upvotes: 16,
      code: 'calm-errors',
      stars: 93,
      summary: 'Messages that say what happened and then one next step, in under 25 words, speed up recovery by 41%.',
      keywords: ['error messages', 'human-computer interaction'],
      comments: 2,
    },
  },
  {
    day: 'yesterday',
    title: 'The Last Straggler: Tail Latency in Serving Mixture-of-Experts Language Models',
    authors: ['Oriol Puigdellívol', 'Hyacinth Mbatha-Reed', 'Zhi-hao Lanmu', 'Sibylle Ravenstein'],
    categories: ['cs.DC', 'cs.LG', 'cs.PF'],
    abstract: `In a mixture-of-experts model each token waits for its slowest expert, and popular experts have queues. We
measure the tail latency of four public models on production traffic of a mid-sized provider and find that the
hottest expert sets the pace for 70% of the steps, though it does 4% of the work. Copying it to more machines helps
less than one expects, since popularity moves within seconds. Our scheduler predicts it from the tokens that are
already in the prompt, and moves experts before they are wanted. The 99th percentile of the time per token falls from
148 to 61 milliseconds at equal cost. We also describe a failure, seen twice, in which two experts swapped places
forever.`,
    pick: {
      upvotes: 36,
      code: 'last-straggler',
      stars: 72,
      organization: 'Northgate Research',
      summary:
        'Predicting expert popularity from the prompt cuts tail latency of mixture-of-experts serving by more than half.',
      keywords: ['mixture of experts', 'inference serving', 'tail latency'],
    },
  },
  {
    day: 'today',
    title: 'Quarantine for Dependencies: What Happens if You Wait a Week Before You Upgrade',
    authors: ['Merete Lyngaard', 'Augustin Bellefroid', 'Chukwuma Eziokwu'],
    categories: ['cs.CR', 'cs.SE'],
    abstract: `Malicious releases of software packages are usually found within days. A simple defence follows: wait. We replay
six years of releases in three registries, 41 million in all, for the dependency trees of 9,000 applications, under
policies that delay every upgrade by a fixed time. Waiting a week would have kept out 94% of the known malicious
releases, and would have delayed fixes for 312 exploited vulnerabilities by a median of five days. Waiting for a week
except for releases that fix a published vulnerability keeps nearly all of the gain at a tenth of the harm. If everyone
waits, who finds the malice? We model that too: one early adopter in two hundred is enough.`,
  },
  {
    day: 'today',
    title: 'Proofs for the Impatient: Incremental Theorem Proving in the Editor',
    authors: ['Laszlo Körmendfalvi', 'Ginevra Acquasanta', 'Tenzin Dorwang'],
    categories: ['cs.LO', 'cs.HC', 'cs.PL'],
    abstract: String.raw`A proof assistant that answers after eleven seconds is consulted twice an hour; one that answers after a
tenth of a second is consulted constantly, and proofs come out differently. We rebuild the kernel of a small dependent
type theory around incremental computation, so that an edit rechecks only what depends on it, down to single
subterms. Checking an edit takes time $O(\delta \log n)$, where $\delta$ is the size of what changed in meaning, not in
text: renaming a variable is free. Over a term, 64 students who used the incremental assistant finished 40% more
exercises and wrote lemmas that were shorter and more general. They also reported enjoying it, a variable that we had
not thought to control for.`,
  },
  {
    day: 'today',
    title: 'Sorting Almost Sorted Data in Almost No Time',
    authors: ['Aurelio Santabarbara-Lund', 'Wanjiru Kamuyuki'],
    categories: ['cs.DS', 'cs.CC'],
    abstract: String.raw`Data are rarely in random order: they are appended to, merged, and slightly out of date. For inputs with
$k$ elements out of place we give a sorting algorithm that makes $n + O(k \log k)$ comparisons and moves $O(k)$
elements, without knowing $k$, and prove that the first bound is optimal up to lower-order terms. The algorithm walks
through the input once, setting doubtful elements aside on a stack that is never larger than $2k$. The difficulty, and
the novelty, lies in deciding which of two neighbours in the wrong order is the one at fault; we decide at random and
revise later, and the expected number of revisions is below $1.6k$. In practice the implementation is faster than the
standard library's on inputs that are at least 85% sorted, and never more than 3% slower.`,
  },
  {
    day: 'today',
    title: 'Federated Learning Among Neighbours: Sharing Heat Pumps Without Sharing Habits',
    authors: ['Hallgerd Sævarsbakki', 'Clément Aubervilleux', 'Nomvula Dlaminkosi'],
    categories: ['cs.LG', 'cs.CR', 'eess.SY'],
    abstract: `Houses that share a heat network could save by sharing forecasts, but a forecast of heat is a diary of when
people are at home. We train a federated forecasting model among 240 neighbouring houses for two winters, with
differential privacy that is calibrated to a question residents care about: could someone tell that I was away last
week? They could not, with probability at least 0.97, at a privacy budget that costs one percentage point of forecast
error. The network saved 11% of its electricity, mostly on cold mornings. We report honestly on the weeks in which the
model was worse than the janitor, who knew about the wedding.`,
  },
  {
    day: 'today',
    title: 'Postcards from the Edge: Delay-Tolerant Messaging over Migrating Buses',
    authors: ['Abelardo Montecruz', 'Siobhan Farrelane', 'Birhane Tesfalema'],
    categories: ['cs.NI', 'cs.CY'],
    abstract: `Mountain villages without a mobile network are visited by a bus. We put a small computer on each of 31 buses and
one in each of 112 villages, and let messages travel with the passengers. Routing uses only the published timetable
and a model of how it is broken. Over fourteen months 96% of 2.1 million messages arrived, half of them within five
hours, and the cost per village was that of one street lamp. Weather forecasts and prices were read most; love letters,
as far as the encrypted sizes reveal, came second. We discuss what had to be done so that nobody, ourselves included,
could know who wrote to whom, and what we would do differently: above all, better connectors.`,
  },
  {
    day: 'today',
    title: 'Why Do Programmers Delete Tests? A Study of 80,000 Removals',
    authors: ['Rosamund Tickerhill', 'Goro Fukazeki', 'Marielle Estournel'],
    categories: ['cs.SE'],
    abstract: `Tests are written to stay, but one in six is deleted within two years. We classify 80,000 removals from 1,900
open projects, read 1,200 of them closely, and ask 140 of the people who made them. The commonest reason is not that
the tested code was removed (22%) but that the test had become an obstacle: it failed at random (31%), broke at every
change (19%), or took too long (9%). In 7% of the cases the test was right, the code was wrong, and the test was
deleted; half of those defects were found again later by users. A removal at the end of a working day is twice as
likely to be regretted. We suggest a small habit, a graveyard file with reasons, which four projects have adopted.`,
  },
  {
    day: 'yesterday',
    title: 'A Cache for Every Season: Learned Eviction That Notices When the Workload Changes',
    authors: ['Hjalmar Bergstrøm-Okoye', 'Delphine Courtemanche', 'Ravindra Iyerapalli'],
    categories: ['cs.OS', 'cs.DB', 'cs.LG'],
    abstract: `Learned caches are excellent until Monday. They fit the workload that they have seen, and a change of season, a
sale or a new release makes them worse than the oldest of rules. We add a watchman: a tiny shadow cache under the least
recently used rule, on one request in a hundred. When the shadow does better, the learned policy is set aside, trained
anew on what has come since, and let back when it wins again. The watchman costs 0.3% of memory and bounds the loss
against the old rule by a constant per change. On eleven traces of one year each, the combined cache misses 17% less
than the best fixed policy, and in its worst week only 2% more.`,
    pick: {
      day: 'today',
      upvotes: 14,
      code: 'cache-for-every-season',
      stars: 39,
      summary: 'A shadow cache notices when a learned eviction policy has gone stale and bounds the loss.',
    },
  },
  {
    day: 'yesterday',
    title: 'Reviewing with a Rubber Duck: Language Models That Ask About Code Instead of Commenting on It',
    authors: ['Clementine Abbotsleigh', 'Fyodor Medvezhin', 'Nayeli Xochipan'],
    categories: ['cs.SE', 'cs.CL', 'cs.HC'],
    abstract: `Automatic code review comments on everything, and is soon ignored. We turn it around: the reviewer may only ask
questions, at most three, and only those whose answer it could not find in the code. A language model is trained on
questions that had led authors to change something, from 310,000 past reviews. In a trial with 26 teams over ten weeks,
authors answered 71% of the questions, and changed the code after 38% of them, four times the rate for comments. The
commonest useful question was "what should happen if this is empty?". Interestingly, authors who expected to be asked
began to answer in advance, in the description of the change; by the last week the model had little left to ask.`,
    pick: {
      upvotes: 49,
      code: 'rubber-duck-review',
      stars: 154,
      summary: 'A reviewer that may ask three questions, and not comment, leads to four times as many code changes.',
      keywords: ['code review', 'large language models', 'software engineering'],
      comments: 7,
    },
  },
  {
    day: 'yesterday',
    arxiv: 'unlisted',
    ageDays: 3,
    title: 'Kernel Sketches: Writing Fast GPU Code by Describing the Shape of the Dataflow',
    authors: ['Lysander Oakhampton', 'Mitsuru Kanegawa', 'Fatoumata Diarrasso', 'Petronela Bucurescu'],
    categories: ['cs.PL', 'cs.DC', 'cs.LG'],
    abstract: `Experts who write fast code for graphics processors draw before they write: boxes for tiles, arrows for what
moves when. Kernel Sketches takes the drawing as the program. The programmer states which tile meets which and in what
order; a solver fills in sizes, layouts and synchronisation, and proves that no two writers meet. Sketches for
attention, convolution and sparse products have between 12 and 30 lines, and reach 94% to 103% of the speed of
hand-written libraries on three generations of hardware, without change. When the solver fails it names the arrow that
cannot be had. Students with no experience of such processors wrote a working attention kernel in an afternoon.`,
    pick: {
      upvotes: 53,
      code: 'kernel-sketches',
      stars: 618,
      organization: 'Northgate Research',
      summary: 'A dataflow sketch plus a solver yields GPU kernels near hand-written speed in a few dozen lines.',
      keywords: ['GPU kernels', 'program synthesis', 'attention'],
      comments: 4,
    },
  },
];
